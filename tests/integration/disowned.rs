//! "This was not me": the registered mailbox undoes what somebody did with its link.

use entity::person_role::Role;
use tests::{Portal, Programme};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_disowned_approval_is_undone_and_everybody_concerned_is_told() {
    let portal = Portal::start().await;
    let ada = portal.participant("Ada").await;
    let stranger = portal.somebody("Another Tutor", Role::Tutor).await;
    let (policy, data) = (
        ada.asks_approval_of("policy_review").await,
        ada.asks_approval_of("data_review").await,
    );
    let link = portal.link_to(&ada.mentor.email).await;
    let page = portal.follow(&link).await;
    let title = ada.title("data_review").to_owned();
    page.returns(&title, "No.").await;
    portal.follow(&link).await.approves("Not Grace").await;
    let receipt = portal
        .follow(&portal.link_to(&ada.mentor.email).await)
        .await;
    assert!(receipt.html().contains("Not Grace"), "{}", receipt.html());

    let unticked = receipt.posts_to("/disown", &[]).await;
    assert_eq!(unticked.status, 422);
    assert!(
        ada.sees(policy).await.is_approved(),
        "a button alone does nothing"
    );
    // A robot that ticks whatever it finds still types no name.
    let unnamed = receipt
        .posts_to("/disown", &[("tick".into(), "yes".into())])
        .await;
    assert_eq!(unnamed.status, 422);
    assert!(ada.sees(policy).await.is_approved());
    let gone = receipt.disowns().await;
    assert_eq!(gone.heading(), "These decisions no longer stand");

    for task in [policy, data] {
        let seen = ada.sees(task).await;
        assert_eq!((seen.state(), seen.approval()), ("REOPENED", "REVOKED"));
        assert_eq!(seen.times("TASK_DECISION_DISOWNED"), 1);
    }
    assert_eq!(page.reload().await.heading(), "This link was stopped");
    page.posts(&tests::approval(&page.asked(), "Not Grace"))
        .await;
    assert_eq!(ada.sees(policy).await.state(), "REOPENED");

    portal.wait(chrono::Duration::minutes(11));
    portal.post_letters().await;
    for address in [
        ada.email.as_str(),
        Programme::TUTOR,
        Programme::ADMINISTRATOR,
    ] {
        let letters = portal.mailbox().letters_to(address);
        assert_eq!(
            letters.len(),
            2,
            "{address}: one a decision, and no news of the approval itself"
        );
        assert!(
            letters
                .iter()
                .all(|letter| letter.subject().contains("no longer stands")),
            "{address}"
        );
    }
    assert!(portal.mailbox().letters_to(&stranger.email).is_empty());
    assert!(
        portal
            .mailbox()
            .letters_to(Programme::HEADTEACHER)
            .is_empty()
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn disowning_twice_changes_nothing_and_a_new_letter_acts_again() {
    let portal = Portal::start().await;
    let ada = portal.participant("Ada").await;
    let task = ada.asks_approval_of("policy_review").await;
    let page = portal
        .follow(&portal.link_to(&ada.mentor.email).await)
        .await;
    page.approves("Not Grace").await;
    let receipt = portal
        .follow(&portal.link_to(&ada.mentor.email).await)
        .await;
    receipt.disowns().await;
    let before = portal.dump().await;
    receipt.disowns().await;
    assert_eq!(portal.dump().await.differing(&before), Vec::<&str>::new());

    ada.submits(task).await.data();
    let fresh = portal
        .follow(&portal.link_to(&ada.mentor.email).await)
        .await;
    fresh.approves("Grace Mentor").await;
    assert!(ada.sees(task).await.is_approved());
    receipt.disowns().await;
    assert!(
        ada.sees(task).await.is_approved(),
        "an old receipt does not reach a new decision"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn only_a_receipt_disowns() {
    let portal = Portal::start().await;
    let ada = portal.participant("Ada").await;
    let task = ada.asks_approval_of("policy_review").await;
    let page = portal
        .follow(&portal.link_to(&ada.mentor.email).await)
        .await;
    page.approves("Grace Mentor").await;
    page.disowns().await;
    assert!(ada.sees(task).await.is_approved());
    let receipt = portal
        .follow(&portal.link_to(&ada.mentor.email).await)
        .await;
    receipt.posts(&tests::refusal(&page.asked()[0], "No")).await;
    assert!(
        ada.sees(task).await.is_approved(),
        "and a receipt decides nothing"
    );
}
