//! The needs analysis of who is no SENCO yet: from the applicant's words over the school's answer to an offer.

use tests::{Applicant, Portal, Programme, Signatory};

/// The outcome that the applicants of these stories cannot show.
const LAST: &str = "C4";

async fn asked(name: &str) -> (Portal, Applicant) {
    let portal = Portal::start().await;
    let ada = portal.applicant(name).await;
    ada.aspires(Some("I lead the reading groups <b>now</b>"))
        .await;
    ada.hands_in().await.data();
    (portal, ada)
}

/// Ada's school supports every outcome but the last.
async fn with_a_gap() -> (Portal, Applicant) {
    let (portal, ada) = asked("Ada").await;
    let link = portal.link_to(Programme::HEADTEACHER).await;
    let gap = [
        ("supports", "yes"),
        ("gap-C4", "yes"),
        ("comment-C4", "Only the leadership team meets parents"),
    ];
    let page = portal.follow(&link).await;
    page.signs_with("Helen Headteacher", &ada.mentor, &gap)
        .await;
    (portal, ada)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_is_no_senco_yet_says_how_they_show_each_outcome() {
    let portal = Portal::start().await;
    let ada = portal.applicant("Ada").await;
    ada.aspires(None).await;
    let refused = ada.hands_in().await;
    assert_eq!(refused.code(), Some("INVALID_INPUT"));
    let body = refused.body.to_string();
    assert!(
        body.contains("\"needs\"") && body.contains("A1 and 12 more"),
        "{body}"
    );
    assert_eq!(ada.sees().await["needsAnalysis"]["state"], "IN_PROGRESS");
    ada.aspires(Some("I do this every week")).await;
    ada.hands_in().await.data();
    let sees = ada.sees().await;
    assert_eq!(sees["needsAnalysis"]["state"], "WITH_HEAD");
    let ben = portal.applicant("Ben").await;
    ben.applies().await;
    assert!(
        ben.sees().await["needsAnalysis"].is_null(),
        "a SENCO needs none"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_school_answers_it_with_its_signature() {
    let (portal, ada) = asked("Ada").await;
    let page = portal
        .follow(&portal.link_to(Programme::HEADTEACHER).await)
        .await;
    assert!(page.html().contains("C4 Families as equal partners"));
    assert!(!page.html().contains("<b>now</b>"), "words are no markup");
    let helen = "Helen Headteacher";
    let refused = page.signs(helen, &ada.mentor).await;
    assert_eq!(refused.status, 422);
    assert!(
        refused
            .html()
            .contains("Tick the box if the school supports"),
        "{}",
        refused.html()
    );
    assert!(
        refused
            .html()
            .contains("C4: say how the school makes it possible")
    );
    let confirms = [
        ("supports", "yes"),
        ("comment-C4", "She meets parents with our SENCO"),
    ];
    let signed = page.signs_with(helen, &ada.mentor, &confirms).await;
    assert_eq!(signed.status, 200, "{}", signed.html());
    assert!(
        signed
            .html()
            .contains("The school supports every learning outcome")
    );
    let sees = ada.sees().await;
    assert_eq!(sees["needsAnalysis"]["state"], "AGREED");
    let last = sees["needsAnalysis"]["outcomes"]
        .as_array()
        .expect("outcomes")
        .last()
        .cloned();
    let last = last.expect("an outcome");
    assert_eq!(
        (last["code"].as_str(), last["isSupported"].as_bool()),
        (Some(LAST), Some(true))
    );
    let group = portal.autumn().await.group_id;
    let office = portal.administrator().await;
    office.offers_place(ada.application_id, group).await.data();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn gaps_go_to_the_office_before_any_offer() {
    let (portal, ada) = with_a_gap().await;
    let sees = ada.sees().await;
    assert_eq!(sees["needsAnalysis"]["state"], "GAPS_UNRESOLVED");
    assert_eq!(sees["nextStep"], "DECIDE_GAPS");
    portal.post_letters().await;
    let letter = portal
        .mailbox()
        .letter_about(&ada.email, "has signed")
        .await;
    assert!(
        letter
            .text()
            .contains("cannot support every learning outcome: C4"),
        "{}",
        letter.text()
    );
    let (group, office) = (portal.autumn().await.group_id, portal.administrator().await);
    let refused = office.offers_place(ada.application_id, group).await;
    assert_eq!(refused.code(), Some("WRONG_STATE"), "{}", refused.body);
    let agreement = &sees["agreement"]["id"];
    let refused = ada.accepts_gaps(agreement).await;
    assert_eq!(refused.code(), Some("FORBIDDEN"), "{}", refused.body);
    office.accepts_gaps(agreement).await.data();
    let sees = ada.sees().await;
    assert_eq!(sees["needsAnalysis"]["state"], "ACCEPTED");
    assert_eq!(
        sees["needsAnalysis"]["plan"],
        "A placement at another school"
    );
    office.offers_place(ada.application_id, group).await.data();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_signs_instead_answers_it_anew() {
    let (portal, ada) = with_a_gap().await;
    let office = portal.administrator().await;
    let agreement = ada.sees().await["agreement"]["id"].take();
    office.accepts_gaps(&agreement).await.data();
    let chair = Signatory {
        name: "Chris Chair".into(),
        email: "chair@willowbank.test".into(),
    };
    ada.has_asked_instead(&chair).await.data();
    assert_eq!(ada.sees().await["needsAnalysis"]["state"], "WITH_HEAD");
    let refused = office.accepts_gaps(&agreement).await;
    assert_eq!(
        refused.code(),
        Some("WRONG_STATE"),
        "that signature counts no more"
    );
}
