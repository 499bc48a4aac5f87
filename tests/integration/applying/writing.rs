//! The office writes one letter to many: who gets it and how it reads, who does not and why, and that twice is once.

use chrono::Duration;
use entity::letter::Kind;
use entity::{letter, mailing};
use sea_orm::{ColumnTrait as _, EntityTrait as _, PaginatorTrait as _, QueryFilter as _};
use serde_json::{Value, json};
use tests::{Answer, Person, Portal, Programme, Signatory, Visitor};

use super::bounces::{a_minute_passes, refuse_once};
use super::states;
use crate::statements::counting::{Counting, surplus};

const LOOK: &str = "query($input: MailingInput!) { mailingPreview(input: $input) {
    count toName toEmail leftOut { reason application { person { name } } } letter { subject text html }
} }";
const SEND: &str = "mutation($input: SendMailingInput!) { sendMailing(input: $input) {
    id audience subject body count writtenBy writtenAt
} }";

fn written(audience: &str, subject: &str, body: &str) -> Value {
    json!({ "where": {}, "audience": audience, "subject": subject, "body": body })
}

fn usual(audience: &str) -> Value {
    written(
        audience,
        "About your place, {name}",
        "The {cohort} begins soon.\r\nBring a pen.\n\n\nSee you at {school}!",
    )
}

async fn look(by: &Visitor, mailing: &Value) -> Value {
    let told = by.query(LOOK, json!({ "input": mailing }));
    told.await["mailingPreview"].take()
}

async fn send(by: &Visitor, key: &str, count: i64, mailing: &Value) -> Answer {
    let input = json!({ "key": key, "count": count, "mailing": mailing });
    by.ask(SEND, json!({ "input": input })).await
}

/// The plain part, with line ends as they were written.
fn text_of(letter: &mailbox::Letter) -> String {
    letter.text().replace("\r\n", "\n")
}

async fn letters(portal: &Portal) -> u64 {
    let written = letter::Entity::find().filter(letter::Column::Kind.eq(Kind::OfficeMessageSent));
    written.count(&portal.app.db.read).await.expect("letters")
}

/// Who is left out, and why, sorted.
fn left_out(told: &Value) -> Vec<(String, String)> {
    let rows = told["leftOut"].as_array().expect("rows").iter();
    let mut rows: Vec<(String, String)> = rows
        .map(|one| {
            let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
            (
                text(&one["application"]["person"]["name"]),
                text(&one["reason"]),
            )
        })
        .collect();
    rows.sort();
    rows
}

fn pairs(rows: &[(&str, &str)]) -> Vec<(String, String)> {
    let own = |(name, why): &(&str, &str)| ((*name).to_owned(), (*why).to_owned());
    rows.iter().map(own).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn applicants_get_it_each_with_their_own_words() {
    let portal = Portal::start().await;
    let ada = portal.applicant("Ada Osei").await;
    ada.applies().await;
    portal.applicant("Ben").await;
    portal
        .applicant("Cy")
        .await
        .gives_up("No time")
        .await
        .data();
    portal.post_letters().await;
    let office = portal.administrator().await;
    let mailing = usual("APPLICANTS");
    let told = look(&office, &mailing).await;
    assert_eq!(told["count"], 2);
    assert_eq!(left_out(&told), pairs(&[("Cy", "OVER")]));
    assert_eq!(told["letter"]["subject"], "About your place, Ada Osei");
    let sent = send(&office, "one", 2, &mailing).await.data()["sendMailing"].take();
    assert_eq!(
        (&sent["count"], &sent["writtenBy"]),
        (&json!(2), &json!("Amina Administrator"))
    );
    assert_eq!(
        sent["body"],
        "The {cohort} begins soon.\nBring a pen.\n\n\nSee you at {school}!"
    );
    portal.post_letters().await;
    let letter = portal
        .mailbox()
        .letter_about(&ada.email, "About your place")
        .await;
    assert_eq!(letter.subject(), "About your place, Ada Osei");
    let text = text_of(&letter);
    assert!(
        text.contains(
            "The September 2026 begins soon.\nBring a pen.\n\nSee you at Willowbank Primary School!"
        ),
        "{text}"
    );
    assert!(
        text.contains(&format!("/applications/{}", ada.application_id)),
        "{text}"
    );
    let html = letter.html();
    assert!(html.contains("begins soon.<br>Bring a pen.</p>"), "{html}");
    let seen = ada.query(
        "query($id: ID!) { application(id: $id) { timeline { kind note } } }",
        json!({ "id": ada.application_id }),
    );
    let newest = &seen.await["application"]["timeline"];
    let happened = newest.as_array().expect("events").iter();
    let mut notes = happened.filter(|one| one["kind"] == "OFFICE_MESSAGE_SENT");
    assert_eq!(
        notes.next().expect("it is in the history")["note"],
        "to the applicant: About your place, {name}"
    );

    // The office finds its letters by the mailing.
    let found = office.query(
        "query($id: ID!) { letters(first: 10, where: { mailing: { eq: $id } }) {
            nodes { state mailing { subject } } } }",
        json!({ "id": sent["id"] }),
    );
    let found = found.await["letters"]["nodes"].take();
    assert_eq!(found.as_array().expect("letters").len(), 2);
    assert_eq!(found[0]["state"], "SENT");
    assert_eq!(found[0]["mailing"]["subject"], "About your place, {name}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_has_not_signed_gets_their_link_again() {
    let portal = Portal::start().await;
    let ada = portal.applicant("Ada").await;
    ada.applies().await;
    portal.ready_applicant("Ben").await;
    let lost = portal.applicant("Lois").await;
    let nowhere = Signatory {
        name: "Nora Nowhere".into(),
        email: "lost@willowbank.test".into(),
    };
    refuse_once(&portal, &nowhere.email);
    lost.applies_with(&nowhere).await.data();
    a_minute_passes(&portal).await;
    let office = portal.administrator().await;
    let mailing = usual("SIGNATORIES");
    let told = look(&office, &mailing).await;
    let (today, later) = (
        "WRITTEN_TODAY",
        &pairs(&[("Ben", "NOT_WAITING"), ("Lois", "BOUNCED")]),
    );
    assert_eq!(
        left_out(&told),
        pairs(&[("Ada", today), ("Ben", "NOT_WAITING"), ("Lois", "BOUNCED")])
    );
    assert_eq!((&told["count"], &told["letter"]), (&json!(0), &Value::Null));
    send(&office, "now", 0, &mailing).await.error("WRONG_STATE");
    portal.wait(Duration::days(1));
    let office = portal.administrator().await;
    let told = look(&office, &mailing).await;
    assert_eq!((&told["count"], &left_out(&told)), (&json!(1), later));
    assert_eq!(told["toEmail"], Programme::HEADTEACHER);
    let shown = told["letter"]["text"].as_str().expect("a text");
    let link = shown
        .lines()
        .find(|line| line.contains("/agreement/"))
        .expect("a link");
    assert_eq!(
        portal.follow(link).await.status,
        404,
        "a preview's link opens nothing"
    );
    // Others than they were told.
    send(&office, "late", 2, &mailing)
        .await
        .error("WRONG_STATE");
    send(&office, "late", 1, &mailing).await.data();
    portal.post_letters().await;
    let link = portal.link_to(Programme::HEADTEACHER).await;
    let told = look(&office, &mailing).await;
    assert_eq!(left_out(&told)[0].1, today);
    assert!(
        !told
            .to_string()
            .contains(link.rsplit('/').next().expect("a token"))
    );
    portal
        .follow(&link)
        .await
        .signs("Helen Headteacher", &ada.mentor)
        .await;
    assert_eq!(ada.sees().await["state"], "READY");
    assert_eq!(
        states(&portal, Kind::OfficeMessageSent).await,
        [letter::State::Sent]
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_mentor_who_has_not_answered_gets_theirs() {
    let portal = Portal::start().await;
    let ada = portal.ready_applicant("Ada").await;
    portal.post_letters().await;
    portal.wait(Duration::days(2));
    let office = portal.administrator().await;
    send(&office, "mentors", 1, &usual("MENTORS")).await.data();
    portal.post_letters().await;
    let letter = portal
        .mailbox()
        .letter_about(&ada.mentor.email, "About your place")
        .await;
    assert!(letter.text().contains("whether you will be their mentor"));
    let link = portal.link_to(&ada.mentor.email).await;
    portal.follow(&link).await.agrees("Grace Mentor").await;
    assert_eq!(ada.sees().await["invitation"]["state"], "ACCEPTED");
    // An answer that came before the letter went leaves nothing to say.
    let told = look(&office, &usual("MENTORS")).await;
    assert_eq!(left_out(&told), pairs(&[("Ada", "NOT_WAITING")]));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_writes_it_writes_no_header_and_no_markup() {
    let portal = Portal::start().await;
    let ada = portal.applicant("{school} <b>Ada</b>").await;
    portal.post_letters().await;
    let office = portal.administrator().await;
    let hostile = written(
        "APPLICANTS",
        "Hello {name}\r\nBcc: all@evil.test\r\n\r\nBody",
        "<script>alert(1)</script>\n<a href=\"https://evil.test\">{name}</a> & {school}\u{0}",
    );
    send(&office, "hostile", 1, &hostile).await.data();
    portal.post_letters().await;
    let letter = portal.mailbox().letter_about(&ada.email, "Hello").await;
    assert_eq!(
        letter.subject(),
        "Hello {school} <b>Ada</b> Bcc: all@evil.test Body"
    );
    assert!(portal.mailbox().letters_to("all@evil.test").is_empty());
    let html = letter.html();
    assert!(
        !html.contains("<script") && !html.contains("<b>") && !html.contains("href=\"https://evil"),
        "{html}"
    );
    assert!(
        text_of(&letter).contains("<script>alert(1)</script>\n<a href"),
        "{}",
        letter.text()
    );
    for (subject, body, field) in [
        ("", "Words", "subject"),
        ("Words", " \n ", "body"),
        ("{Name}", "Words", "subject"),
        ("Words", "Dear {first_name}", "body"),
        ("Words", &"x".repeat(4_001), "body"),
        (&"x".repeat(121), "Words", "subject"),
    ] {
        let refused = written("APPLICANTS", subject, body);
        let error = send(&office, "refused", 1, &refused)
            .await
            .error("INVALID_INPUT");
        assert_eq!(error["extensions"]["fields"][0]["name"], field, "{error}");
    }
    for key in ["", " ", &"k".repeat(65)] {
        let error = send(&office, key, 1, &usual("APPLICANTS"))
            .await
            .error("INVALID_INPUT");
        assert_eq!(error["extensions"]["fields"][0]["name"], "key", "{error}");
    }
}

/// Somebody presses twice, and a colleague presses at the same time.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_sent_twice_is_one_mailing() {
    let portal = Portal::start().await;
    for name in ["Ada", "Ben", "Cleo"] {
        portal.applicant(name).await;
    }
    portal.post_letters().await;
    let amina = portal.administrator().await;
    let again: Person = portal.administrator().await;
    let boris = portal
        .somebody("Boris", entity::person_role::Role::Administrator)
        .await;
    let mailing = usual("APPLICANTS");
    let (one, two, other) = tokio::join!(
        send(&amina, "twice", 3, &mailing),
        send(&again, "twice", 3, &mailing),
        send(&boris, "twice", 3, &mailing),
    );
    let done: Vec<String> = [&one, &two, &other]
        .into_iter()
        .filter(|answer| answer.is_ok())
        .map(|answer| answer.body["data"]["sendMailing"]["id"].to_string())
        .collect();
    assert!(
        !done.is_empty() && done.iter().all(|id| *id == done[0]),
        "{done:?}"
    );
    assert_eq!(letters(&portal).await, 3);
    let kept = mailing::Entity::find().count(&portal.app.db.read).await;
    assert_eq!(kept.expect("mailings"), 1, "what is refused leaves nothing");
    // Much later, and with other words: the key is what counts.
    portal.wait(Duration::days(3));
    let amina = portal.administrator().await;
    let boris = portal.sign_in(&boris.email).await;
    let first = if one.is_ok() { &amina } else { &boris };
    let repeated = send(first, "twice", 9, &written("APPLICANTS", "Other", "Words"))
        .await
        .data();
    assert_eq!(repeated["sendMailing"]["id"].to_string(), done[0]);
    assert_eq!(letters(&portal).await, 3);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn many_letters_take_as_many_statements_as_few() {
    let portal = Portal::start().await;
    let counting = Counting::at(&portal).await;
    let mut heard = Vec::new();
    for names in [
        &["Ada", "Ben"][..],
        &["Cleo", "Dan", "Edda", "Finn"],
        &["Gil", "Hal", "Ivy"],
    ] {
        for name in names {
            portal.applicant(name).await.applies().await;
        }
        portal.post_letters().await;
        portal.wait(Duration::days(2));
        let office = counting.sign_in(&portal, Programme::ADMINISTRATOR).await;
        let mailing = usual("SIGNATORIES");
        counting.heard();
        let told = look(&office, &mailing).await;
        let count = told["count"].as_i64().expect("a count");
        send(&office, names[0], count, &mailing).await.data();
        heard.push(counting.heard());
        portal.post_letters().await;
        portal.wait(Duration::days(2));
    }
    assert_eq!(
        heard[1].len(),
        heard[2].len(),
        "{}",
        surplus(&heard[1], &heard[2])
    );
    assert_eq!(
        heard[0].len(),
        heard[2].len(),
        "{}",
        surplus(&heard[0], &heard[2])
    );
}
