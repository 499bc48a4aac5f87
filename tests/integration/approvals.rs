//! The whole way of a task: written, submitted, approved or returned.

use chrono::Duration;
use tests::{Participant, Portal};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_task_goes_from_the_first_letter_to_approved() {
    let portal = Portal::start().await;
    let ada = portal.participant("Ada").await;
    let ada = ada.in_browser(portal.sign_in_by_letter(&ada.email).await);

    let task = ada.writes("policy_review").await;
    assert_eq!(ada.sees(task).await.state(), "IN_PROGRESS");
    ada.submits(task).await.data();
    let waiting = ada.sees(task).await;
    assert_eq!(
        (waiting.state(), waiting.approval()),
        ("SUBMITTED", "WAITING")
    );

    let link = portal.link_to(&ada.mentor.email).await;
    assert_eq!(ada.sees(task).await.text("/approval/letter/state"), "SENT");
    let page = portal.follow(&link).await;
    assert_eq!(page.heading(), "Ada asks for your approval");
    assert!(
        page.html().contains(Participant::ACCOUNT) && page.html().contains(Participant::REFLECTION)
    );
    let done = page.approves("Grace Mentor").await;
    assert!(done.html().contains("Recorded"), "{}", done.html());

    let approved = ada.sees(task).await;
    assert!(approved.is_approved());
    assert_eq!(approved.text("/approval/signedName"), "Grace Mentor");
    assert_eq!(
        approved.history(),
        ["TASK_STARTED", "TASK_SUBMITTED", "TASK_APPROVED"]
    );

    portal.post_letters().await;
    let receipt = portal
        .mailbox()
        .letter_about(&ada.mentor.email, "Your receipt")
        .await;
    assert!(
        receipt.text().contains("Grace Mentor"),
        "{}",
        receipt.text()
    );
    let told = |subject: &'static str| {
        let letters = portal.mailbox().letters_to(&ada.email);
        letters
            .into_iter()
            .filter(|letter| letter.subject().starts_with(subject))
            .count()
    };
    assert_eq!(told("Approved"), 0, "the mentor may still take it back");
    portal.wait(Duration::minutes(11));
    portal.post_letters().await;
    assert_eq!(told("Approved"), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_returned_task_is_changed_submitted_again_and_approved() {
    let portal = Portal::start().await;
    let ada = portal.participant("Ada").await;
    let task = ada.asks_approval_of("policy_review").await;
    let title = ada.title("policy_review").to_owned();
    let first = portal
        .follow(&portal.link_to(&ada.mentor.email).await)
        .await;
    first.returns(&title, "Say who was consulted.").await;

    let returned = ada.sees(task).await;
    assert_eq!(
        (returned.state(), returned.approval()),
        ("RETURNED", "RETURNED")
    );
    assert_eq!(returned.text("/approval/comment"), "Say who was consulted.");
    portal.wait(Duration::minutes(11));
    portal.post_letters().await;
    let news = portal.mailbox().letter_about(&ada.email, "returned").await;
    assert!(
        !news.text().contains("consulted"),
        "a comment may be about pupils: {}",
        news.text()
    );

    let mut draft = ada.draft("policy_review", returned.version());
    draft["account"] = "I consulted every class teacher.".into();
    ada.saves(draft).await.data();
    assert_eq!(
        ada.sees(task).await.state(),
        "RETURNED",
        "until it is submitted"
    );
    ada.submits(task).await.data();
    let second = portal
        .follow(&portal.link_to(&ada.mentor.email).await)
        .await;
    assert!(second.html().contains("I consulted every class teacher."));
    second.approves("Grace Mentor").await;
    assert!(ada.sees(task).await.is_approved());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_page_shows_all_that_waits_and_each_decision_stands_alone() {
    let portal = Portal::start().await;
    let ada = portal.participant("Ada").await;
    let ben = portal.participant_beside("Ben", &ada).await;
    let (policy, data) = (
        ada.asks_approval_of("policy_review").await,
        ada.asks_approval_of("data_review").await,
    );
    let bens = ben.asks_approval_of("policy_review").await;

    let page = portal
        .follow(&portal.link_to(&ada.mentor.email).await)
        .await;
    assert_eq!(page.asked().len(), 3);
    assert_eq!(
        portal.mailbox().letters_to(&ada.mentor.email).len(),
        1,
        "one letter for all three"
    );
    page.returns(ada.title("data_review"), "Add last year's numbers.")
        .await;
    assert_eq!(ada.sees(policy).await.state(), "SUBMITTED");
    assert_eq!(ada.sees(data).await.state(), "RETURNED");
    page.reload().await.approves("Grace Mentor").await;
    assert!(ada.sees(policy).await.is_approved());
    assert!(ben.sees(bens).await.is_approved());
    assert_eq!(ada.sees(data).await.state(), "RETURNED");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_headteacher_hears_of_what_was_approved_once_a_day() {
    let portal = Portal::start().await;
    let ada = portal.participant("Ada").await;
    ada.asks_approval_of("policy_review").await;
    ada.asks_approval_of("data_review").await;
    let page = portal
        .follow(&portal.link_to(&ada.mentor.email).await)
        .await;
    page.approves("Grace Mentor").await;
    portal.wait_until("2026-03-03T15:59:00Z");
    portal.post_letters().await;
    assert!(
        portal
            .mailbox()
            .letters_to(tests::Programme::HEADTEACHER)
            .is_empty()
    );
    portal.wait_until("2026-03-03T16:01:00Z");
    let link = portal.link_to(tests::Programme::HEADTEACHER).await;
    assert_eq!(
        portal
            .mailbox()
            .letters_to(tests::Programme::HEADTEACHER)
            .len(),
        1
    );

    let page = portal.follow(&link).await;
    assert!(
        page.html().contains("2 of 12 tasks approved"),
        "{}",
        page.html()
    );
    assert!(
        !page.html().contains(Participant::ACCOUNT),
        "that is between participant and mentor"
    );
    let before = portal.dump().await;
    page.posts(&[("tick".into(), "yes".into())]).await;
    page.disowns().await;
    page.asks_for_a_new_link().await;
    assert_eq!(portal.dump().await, before, "a headteacher only looks");
}
