//! What applying has people written.

use chrono::Duration;
use mailbox::{Fault, Refusal};
use serde_json::json;
use tests::{Applicant, LinkPage, Mentor, Portal, Programme, Signatory};

use super::made::{self, read_well};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_kind_reads_well() {
    let portal = Portal::start().await;
    ada_gets_a_place(&portal).await;
    bens_school_says_no(&portal).await;
    cleos_mentor_cannot(&portal).await;
    eve_goes_on_later(&portal).await;
    the_office_writes(&portal).await;
    ivos_school_signs_on_paper(&portal).await;
    for (name, shown) in read_well(&portal, made::is_about_applications).await {
        insta::assert_snapshot!(name, shown);
    }
}

/// Everybody is slow, and the headteacher hands on.
async fn ada_gets_a_place(portal: &Portal) {
    let ada = portal.applicant("Ada").await;
    ada.applies().await;
    portal.post_letters().await;
    passes(portal, "2026-03-12T10:30:00Z").await;
    let page = newest_page(portal, Programme::HEADTEACHER).await;
    page.asks(
        "Who pays for the cover?\nAnd who arranges it?",
        "Helen Headteacher",
    )
    .await;
    let office = portal.administrator().await;
    office.answers_questions("The school does.").await;
    portal.post_letters().await;
    page.hands_on(&chair()).await;
    let page = newest_page(portal, &chair().email).await;
    page.signs("Charlie Chair", &ada.mentor).await;
    portal.post_letters().await;
    // The school is on holiday meanwhile.
    passes(portal, "2026-04-13T10:30:00Z").await;
    let page = newest_page(portal, &ada.mentor.email).await;
    page.agrees("Grace Mentor").await;
    portal.post_letters().await;
    let ada = ada.in_browser(portal.sign_in(&ada.email).await);
    let office = portal.administrator().await;
    let agreement = &ada.sees().await["agreement"]["id"];
    office.checks_signatory(agreement).await.data();
    let group_id = portal.autumn().await.group_id;
    office
        .offers_place(ada.application_id, group_id)
        .await
        .data();
    portal.post_letters().await;
    passes(portal, "2026-04-24T10:30:00Z").await;
    ada.accepts().await.data();
    portal.post_letters().await;
}

/// The first address is wrong, the second person says no, the third is replaced, and Ben gives up.
async fn bens_school_says_no(portal: &Portal) {
    let ben = portal.applicant("Ben").await;
    let wrong = Signatory {
        name: "Helen Headteacher".into(),
        email: "hedd@willowbank.test".into(),
    };
    never_takes(portal, &wrong.email);
    ben.applies_with(&wrong).await.data();
    portal.post_letters().await;
    passes(portal, "2026-04-24T11:00:00Z").await;
    ben.has_asked_instead(&chair()).await.data();
    let page = newest_page(portal, &chair().email).await;
    page.declines("Charlie Chair", "We have nobody to stand in for him")
        .await;
    portal.post_letters().await;
    ben.has_asked_instead(&Applicant::headteacher())
        .await
        .data();
    portal.post_letters().await;
    ben.has_asked_instead(&chair()).await.data();
    portal.post_letters().await;
    ben.gives_up("My school cannot spare me").await.data();
    portal.post_letters().await;
}

/// One mentor has a wrong address, another says no.
async fn cleos_mentor_cannot(portal: &Portal) {
    let lost = Mentor {
        name: "Lost Mentor".into(),
        email: "lost@willowbank.test".into(),
    };
    never_takes(portal, &lost.email);
    let mut cleo = portal.applicant("Cleo").await;
    cleo.mentor = lost;
    cleo.applies().await;
    let page = newest_page(portal, Programme::HEADTEACHER).await;
    page.signs("Helen Headteacher", &cleo.mentor).await;
    portal.post_letters().await;
    passes(portal, "2026-04-24T12:00:00Z").await;
    let dan = portal.ready_applicant("Dan").await;
    let page = newest_page(portal, &dan.mentor.email).await;
    page.declines("Grace Mentor", "I leave at the end of term")
        .await;
    portal.post_letters().await;
}

/// Her school has signed, and the mentor was asked.
async fn eve_goes_on_later(portal: &Portal) {
    let eve = portal.ready_applicant("Eve").await;
    portal.post_letters().await;
    let later = Programme::opens_cohort(&portal.app, "nasenco", "2027-01-11").await;
    let office = portal.administrator().await;
    let (id, version) = (eve.application_id, eve.version().await);
    office.defers_application(id, version, later).await.data();
    portal.post_letters().await;
}

/// To an applicant, to her signatory, and to another one's mentor.
async fn the_office_writes(portal: &Portal) {
    portal.applicant("Fay").await.applies().await;
    portal.ready_applicant("Gus").await;
    portal.post_letters().await;
    passes(portal, "2026-04-27T10:30:00Z").await;
    let office = portal.administrator().await;
    for (name, audience) in [
        ("Fay", "APPLICANTS"),
        ("Gus", "MENTORS"),
        ("Fay", "SIGNATORIES"),
    ] {
        let input = json!({ "key": audience, "count": 1, "mailing": {
            "where": { "search": name }, "audience": audience, "subject": "{name}: places are running out",
            "body": "We can keep a place in {cohort} for a few days only.\n\nPlease answer by Friday,\nand tell {school}.",
        } });
        let document = "mutation($input: SendMailingInput!) { sendMailing(input: $input) { id } }";
        office.query(document, json!({ "input": input })).await;
        portal.post_letters().await;
        // Whoever was written to today is not written to again.
        portal.wait(Duration::days(1));
    }
}

fn chair() -> Signatory {
    Signatory {
        name: "Charlie Chair".into(),
        email: "chair@willowbank.test".into(),
    }
}

fn never_takes(portal: &Portal, address: &str) {
    let faults = portal.mailbox().faults();
    faults.add(Fault::RefuseRecipient(Refusal::NEVER).times(9).to(address));
}

/// What the newest letter to this address links to.
async fn newest_page(portal: &Portal, address: &str) -> LinkPage {
    portal.post_letters().await;
    let letters = portal.mailbox().letters_to(address);
    let newest = letters.last().expect("a letter");
    portal.follow(&newest.link()).await
}

/// It becomes this moment, and the portal looks at what is due.
async fn passes(portal: &Portal, moment: &str) {
    portal.wait_until(moment);
    portal.rounds().await;
    portal.post_letters().await;
}

/// The first paper cannot be taken, the second one can.
async fn ivos_school_signs_on_paper(portal: &Portal) {
    let ivo = portal.applicant("Ivo").await;
    ivo.applies().await;
    let page = newest_page(portal, Programme::HEADTEACHER).await;
    let office = portal.administrator().await;
    page.sends_paper(&ivo.mentor).await;
    portal.post_letters().await;
    office
        .decides(&ivo, Some("The second page is missing"))
        .await;
    portal.post_letters().await;
    page.sends_paper(&ivo.mentor).await;
    office.decides(&ivo, None).await;
    portal.post_letters().await;
}
