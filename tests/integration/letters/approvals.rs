//! What approvals and signing in have people written.

use chrono::Duration;
use entity::letter::Kind;
use server::access::Actor;
use server::outbox::{Draft, queue};
use server::tx;
use tests::{Participant, Portal, Programme};

use super::made::{self, read_well};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_kind_reads_well() {
    let portal = Portal::start().await;
    let ada = portal.participant("Ada").await;
    everything_happens(&portal, &ada).await;
    let letters = read_well(&portal, |kind| !made::is_about_applications(kind)).await;
    for (name, shown) in letters {
        insta::assert_snapshot!(name, shown);
    }
}

/// Has each kind of letter sent at least once.
async fn everything_happens(portal: &Portal, ada: &Participant) {
    portal.anonymous().asks_for_a_code(&ada.email).await.data();
    portal
        .anonymous()
        .asks_for_a_code("nobody@elsewhere.test")
        .await
        .data();
    let test = tx::write(&portal.app, &Actor::System, async |tx| {
        queue(tx, Draft::new(Kind::TestMail, "", Programme::ADMINISTRATOR)).await
    });
    test.await.expect("a test letter");
    portal.post_letters().await;

    let policy = ada.asks_approval_of("policy_review").await;
    let data = ada.asks_approval_of("data_review").await;
    let page = portal
        .follow(&portal.link_to(&ada.mentor.email).await)
        .await;
    ada.withdraws(data).await.data();
    portal.wait_until("2026-03-03T11:00:00Z");
    page.approves("Grace Mentor").await;
    portal.post_letters().await;
    portal.wait_until("2026-03-03T16:30:00Z");
    portal.post_letters().await;

    ada.submits(data).await.data();
    portal.post_letters().await;
    portal.wait_until("2026-03-12T17:00:00Z");
    portal.rounds().await;
    portal.post_letters().await;
    let page = portal
        .follow(
            &portal
                .mailbox()
                .letter_about(&ada.mentor.email, "Reminder")
                .await
                .link(),
        )
        .await;
    page.returns(ada.title("data_review"), "Write about the pupils as well.")
        .await;
    portal.wait(Duration::minutes(11));
    portal.post_letters().await;
    let receipts = portal.mailbox().letters_to(&ada.mentor.email);
    let receipt = receipts
        .iter()
        .find(|letter| letter.text().contains("approved: “"))
        .expect("a receipt");
    portal.follow(&receipt.link()).await.disowns().await;
    let office = portal.administrator().await;
    ada.submits(policy).await.data();
    office
        .replaces_mentor(ada.enrolment_id, "Gil Mentor", "gil@willowbank.test")
        .await
        .data();
    portal.post_letters().await;
}
