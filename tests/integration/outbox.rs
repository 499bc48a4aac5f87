//! Letters that do not get through at once, and letters that wait for each other.

use std::collections::BTreeSet;

use chrono::Duration;
use entity::letter;
use mailbox::{Fault, Refusal};
use sea_orm::EntityTrait as _;
use serde_json::json;
use tests::Portal;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_letter_that_is_put_off_goes_later_with_the_same_id() {
    let portal = Portal::start().await;
    let ada = portal.participant("Ada").await;
    let task = ada.asks_approval_of("policy_review").await;
    let mailbox = portal.mailbox();
    mailbox.faults().add(
        Fault::RefuseRecipient(Refusal::LATER)
            .once()
            .to(&ada.mentor.email),
    );
    mailbox
        .faults()
        .add(Fault::RefuseLetter(Refusal::code(451)).once());
    mailbox.faults().add(Fault::DropBeforeDot.once());
    for (tries, pause) in [(1, 80), (2, 160), (3, 310)] {
        assert_eq!(portal.post_letters().await, 1);
        let letter = only_letter(&portal).await;
        assert_eq!(
            (letter.attempts, letter.state),
            (tries, letter::State::Queued)
        );
        assert!(letter.last_error.is_some());
        assert_eq!(portal.post_letters().await, 0, "not before its time");
        portal.wait(Duration::seconds(pause));
    }
    let seen = ada.sees(task).await;
    assert_eq!(seen.text("/approval/letter/state"), "QUEUED");
    assert_eq!(portal.post_letters().await, 1);
    assert_eq!(ada.sees(task).await.text("/approval/letter/state"), "SENT");
    assert_eq!(mailbox.count(), 1);
    let letter = only_letter(&portal).await;
    assert_eq!(
        letter.message_id,
        format!("<{}>", mailbox.letters()[0].message_id().expect("an id"))
    );
    assert!(letter.last_error.is_none() && mailbox.faults().are_spent());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_mail_server_that_is_away_loses_nothing() {
    let portal = Portal::start().await;
    let ada = portal.participant("Ada").await;
    ada.asks_approval_of("policy_review").await;
    portal.mailbox().faults().add(Fault::RefuseConnection);
    for _ in 0..6 {
        portal.post_letters().await;
        portal.wait(Duration::hours(1));
    }
    assert_eq!(portal.mailbox().count(), 0);
    portal.mailbox().faults().clear();
    portal
        .follow(&portal.link_to(&ada.mentor.email).await)
        .await
        .approves("Grace Mentor")
        .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_letter_that_is_put_off_for_days_counts_as_refused() {
    let portal = Portal::start().await;
    let ada = portal.participant("Ada").await;
    let task = ada.asks_approval_of("policy_review").await;
    portal
        .mailbox()
        .faults()
        .add(Fault::RefuseRecipient(Refusal::LATER));
    for _ in 0..14 {
        assert_eq!(portal.post_letters().await, 1);
        portal.wait(Duration::hours(8));
    }
    assert_eq!(portal.post_letters().await, 0);
    assert_eq!(
        ada.sees(task).await.text("/approval/letter/state"),
        "FAILED"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_refused_address_is_seen_by_the_participant_and_the_office_sends_again() {
    let portal = Portal::start().await;
    let ada = portal.participant("Ada").await;
    let office = portal.administrator().await;
    let task = ada.asks_approval_of("policy_review").await;
    portal.mailbox().faults().add(
        Fault::RefuseRecipient(Refusal::NEVER)
            .once()
            .to(&ada.mentor.email),
    );
    portal.post_letters().await;

    let seen = ada.sees(task).await;
    assert_eq!(seen.text("/approval/letter/state"), "FAILED");
    assert!(
        seen.text("/approval/letter/lastError").contains("550"),
        "{:?}",
        seen.get("/approval")
    );
    assert!(seen.get("/approval/mentor/bouncedAt").is_string());
    assert_eq!(seen.text("/approval/mentor/email"), "m•••@willowbank.test");

    let failed = office
        .query(
            "{ letters(first: 5, where: { state: { eq: FAILED } }) { nodes { id attempts } } }",
            json!({}),
        )
        .await;
    let id = &failed["letters"]["nodes"][0]["id"];
    let retry = "mutation($id: ID!) { retryLetter(id: $id) { state } }";
    ada.expect_error("NOT_FOUND", retry, json!({ "id": id }))
        .await;
    assert_eq!(
        office.query(retry, json!({ "id": id })).await["retryLetter"]["state"],
        "QUEUED"
    );
    portal.post_letters().await;
    office
        .expect_error("WRONG_STATE", retry, json!({ "id": id }))
        .await;
    let seen = ada.sees(task).await;
    assert_eq!(seen.text("/approval/letter/state"), "SENT");
    assert!(seen.get("/approval/mentor/bouncedAt").is_null());
    portal
        .follow(&portal.mailbox().letter_to(&ada.mentor.email).await.link())
        .await
        .approves("Grace Mentor")
        .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_letter_whose_taking_was_not_heard_goes_again_as_the_same_letter() {
    let portal = Portal::start().await;
    let ada = portal.participant("Ada").await;
    let task = ada.asks_approval_of("policy_review").await;
    portal.mailbox().faults().add(Fault::DropAfterDot.once());
    portal.post_letters().await;
    assert_eq!(
        ada.sees(task).await.text("/approval/letter/state"),
        "QUEUED"
    );
    portal.wait(Duration::minutes(2));
    portal.post_letters().await;

    let letters = portal.mailbox().letters_to(&ada.mentor.email);
    assert_eq!(letters.len(), 2);
    let ids: BTreeSet<_> = letters.iter().map(mailbox::Letter::message_id).collect();
    assert_eq!(ids.len(), 1, "mail servers can tell that it is a repeat");
    assert_eq!(letters[0].link(), letters[1].link());
    portal
        .follow(&letters[0].link())
        .await
        .approves("Grace Mentor")
        .await;
    portal.follow(&letters[1].link()).await;
    assert_eq!(ada.sees(task).await.times("TASK_APPROVED"), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn tasks_of_a_short_while_share_a_letter_and_later_ones_get_another() {
    let portal = Portal::start_with(|config| config.digest_window = Duration::minutes(10)).await;
    let ada = portal.participant("Ada").await;
    ada.asks_approval_of("policy_review").await;
    assert_eq!(portal.post_letters().await, 0, "it waits for others");
    portal.wait(Duration::minutes(9));
    ada.asks_approval_of("data_review").await;
    portal.wait(Duration::minutes(2));
    portal.post_letters().await;
    let letters = portal.mailbox().letters_to(&ada.mentor.email);
    assert_eq!(letters.len(), 1);
    for code in ["policy_review", "data_review"] {
        assert!(
            letters[0].text().contains(ada.title(code)),
            "{}",
            letters[0].text()
        );
    }
    ada.asks_approval_of("coaching").await;
    portal.wait(Duration::minutes(11));
    portal.post_letters().await;
    let letters = portal.mailbox().letters_to(&ada.mentor.email);
    assert_eq!(letters.len(), 2);
    assert_eq!(
        portal.follow(&letters[0].link()).await.asked().len(),
        3,
        "either link shows all that waits"
    );
}

async fn only_letter(portal: &Portal) -> letter::Model {
    let mut letters = letter::Entity::find()
        .all(&portal.app.db.read)
        .await
        .expect("letters");
    assert_eq!(letters.len(), 1, "{letters:?}");
    letters.remove(0)
}
