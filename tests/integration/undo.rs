//! Taking a decision back while it is fresh.

use chrono::Duration;
use tests::Portal;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn within_ten_minutes_nobody_has_heard_and_it_waits_again() {
    let portal = Portal::start().await;
    let ada = portal.participant("Ada").await;
    let task = ada.asks_approval_of("policy_review").await;
    let page = portal
        .follow(&portal.link_to(&ada.mentor.email).await)
        .await;
    let done = page.approves("Grace Mentor").await;
    portal.wait(Duration::minutes(9));
    done.takes_back().await;
    let seen = ada.sees(task).await;
    assert_eq!((seen.state(), seen.approval()), ("SUBMITTED", "WAITING"));
    assert!(
        seen.get("/approval/signedName").is_null() && seen.get("/approval/decidedAt").is_null()
    );
    portal.wait(Duration::days(2));
    portal.post_letters().await;
    let mailbox = portal.mailbox();
    assert!(
        mailbox.letters_to(&ada.email).is_empty(),
        "it never came to be"
    );
    assert!(mailbox.letters_to(tests::Programme::HEADTEACHER).is_empty());
    assert_eq!(
        mailbox.letters_to(&ada.mentor.email).len(),
        1,
        "no receipt of what does not stand"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn after_ten_minutes_it_stands() {
    let portal = Portal::start().await;
    let ada = portal.participant("Ada").await;
    let task = ada.asks_approval_of("policy_review").await;
    let page = portal
        .follow(&portal.link_to(&ada.mentor.email).await)
        .await;
    let done = page.approves("Grace Mentor").await;
    portal.wait(Duration::minutes(10));
    let late = done.takes_back().await;
    assert!(
        late.status == 422 && late.html().contains("The time for taking"),
        "{}",
        late.html()
    );
    assert!(ada.sees(task).await.is_approved());
    assert!(!done.reload().await.html().contains("Take back"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_second_undo_changes_nothing_and_a_new_answer_counts() {
    let portal = Portal::start().await;
    let ada = portal.participant("Ada").await;
    let task = ada.asks_approval_of("policy_review").await;
    let page = portal
        .follow(&portal.link_to(&ada.mentor.email).await)
        .await;
    let done = page.approves("Grace Mentor").await;
    done.takes_back().await;
    let before = portal.dump().await;
    done.takes_back().await;
    assert_eq!(portal.dump().await.differing(&before), Vec::<&str>::new());
    assert_eq!(ada.sees(task).await.times("TASK_DECISION_UNDONE"), 1);

    page.returns(ada.title("policy_review"), "Not quite yet.")
        .await;
    assert_eq!(ada.sees(task).await.state(), "RETURNED");
    portal.wait(Duration::minutes(11));
    portal.post_letters().await;
    let letters = portal.mailbox().letters_to(&ada.email);
    assert_eq!(letters.len(), 1);
    assert!(
        letters[0].subject().contains("returned"),
        "only the decision that stands is told"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_return_can_be_taken_back_on_the_receipt_unless_it_was_changed_meanwhile() {
    let portal = Portal::start().await;
    let ada = portal.participant("Ada").await;
    let task = ada.asks_approval_of("policy_review").await;
    let title = ada.title("policy_review").to_owned();
    let page = portal
        .follow(&portal.link_to(&ada.mentor.email).await)
        .await;
    page.returns(&title, "Too short.").await;
    let receipt = portal
        .follow(&portal.link_to(&ada.mentor.email).await)
        .await;
    receipt.takes_back().await;
    assert_eq!(ada.sees(task).await.state(), "SUBMITTED");

    page.returns(&title, "Still too short.").await;
    ada.submits(task).await.data();
    let late = receipt
        .posts_to(
            "/undo",
            &[
                ("request".into(), page.asked()[0].id.to_string()),
                ("name".into(), "Grace".into()),
            ],
        )
        .await;
    assert_eq!(late.status, 422);
    assert_eq!(ada.sees(task).await.state(), "SUBMITTED");
}
