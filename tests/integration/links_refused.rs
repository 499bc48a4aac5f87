//! What a link does not do: forms that say too little, too late, or about another text.

use entity::task;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _};
use tests::{Asked, Portal, approval, refusal};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_form_that_says_too_little_decides_nothing() {
    let portal = Portal::start().await;
    let ada = portal.participant("Ada").await;
    let task = ada.asks_approval_of("policy_review").await;
    let page = portal
        .follow(&portal.link_to(&ada.mentor.email).await)
        .await;
    let asked = page.asked();
    let full = approval(&asked, "Grace Mentor");
    for (left_out, told) in [
        ("name", "Enter your full name"),
        ("tick", "Tick the box"),
        ("decision-", "Choose whether"),
    ] {
        let form: Vec<_> = full
            .iter()
            .filter(|(name, _)| !name.starts_with(left_out))
            .cloned()
            .collect();
        let answer = page.posts(&form).await;
        assert_eq!(answer.status, 422, "without {left_out}");
        assert!(
            answer.html().contains(told),
            "without {left_out}: {}",
            answer.html()
        );
        assert_eq!(answer.asked(), asked, "the form is shown again");
    }
    let silent = page.posts(&refusal(&asked[0], "  ")).await;
    assert!(silent.status == 422 && silent.html().contains("Write what has to change"));
    let long = page.posts(&refusal(&asked[0], &"x".repeat(4_001))).await;
    assert!(long.status == 422 && long.html().contains("Shorten the comment"));
    let huge = page.posts(&refusal(&asked[0], &"x".repeat(300_000))).await;
    assert_eq!(huge.status, 413);
    assert_eq!(ada.sees(task).await.state(), "SUBMITTED");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_answer_to_what_was_answered_or_taken_back_changes_nothing() {
    let portal = Portal::start().await;
    let ada = portal.participant("Ada").await;
    let task = ada.asks_approval_of("policy_review").await;
    let page = portal
        .follow(&portal.link_to(&ada.mentor.email).await)
        .await;
    let asked = page.asked();
    page.approves("Grace Mentor").await;
    let before = portal.dump().await;
    let again = page.approves("Somebody Else").await;
    assert!(
        again.html().contains("approved by Grace Mentor"),
        "{}",
        again.html()
    );
    let other = page.posts(&refusal(&asked[0], "No, after all")).await;
    assert!(other.html().contains("Not recorded"), "{}", other.html());
    assert_eq!(portal.dump().await.differing(&before), Vec::<&str>::new());
    assert!(ada.sees(task).await.is_approved());

    portal.post_letters().await;
    let data = ada.asks_approval_of("data_review").await;
    let page = portal
        .follow(&portal.link_to(&ada.mentor.email).await)
        .await;
    ada.withdraws(data).await.data();
    let late = page.approves("Grace Mentor").await;
    assert!(late.html().contains("taken back by Ada"), "{}", late.html());
    assert_eq!(ada.sees(data).await.state(), "IN_PROGRESS");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_text_that_changed_under_the_mentor_is_shown_again_with_the_change_named() {
    let portal = Portal::start().await;
    let ada = portal.participant("Ada").await;
    let task = ada.asks_approval_of("policy_review").await;
    let page = portal
        .follow(&portal.link_to(&ada.mentor.email).await)
        .await;
    // No verb changes a submitted text; should one ever come, the mentor is still asked about what they were shown.
    task::Entity::update_many()
        .col_expr(task::Column::Account, Expr::value("Something else."))
        .filter(task::Column::Id.eq(task))
        .exec(&portal.app.db.write)
        .await
        .expect("a change");
    let answer = page.approves("Grace Mentor").await;
    assert_eq!(ada.sees(task).await.state(), "SUBMITTED");
    assert!(
        answer
            .html()
            .contains("changed this after you opened the page"),
        "{}",
        answer.html()
    );
    assert!(answer.html().contains("Something else."));
    answer.approves("Grace Mentor").await;
    assert!(ada.sees(task).await.is_approved());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_old_page_does_not_answer_a_newer_asking() {
    let portal = Portal::start().await;
    let ada = portal.participant("Ada").await;
    let task = ada.asks_approval_of("policy_review").await;
    let page = portal
        .follow(&portal.link_to(&ada.mentor.email).await)
        .await;
    ada.withdraws(task).await.data();
    let mut draft = ada.draft("policy_review", ada.sees(task).await.version());
    draft["account"] = "A text that the mentor has not seen.".into();
    ada.saves(draft).await.data();
    ada.submits(task).await.data();
    page.approves("Grace Mentor").await;
    assert_eq!(ada.sees(task).await.state(), "SUBMITTED");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_mentors_link_does_not_answer_for_another() {
    let portal = Portal::start().await;
    let (ada, ben) = (
        portal.participant("Ada").await,
        portal.participant("Ben").await,
    );
    ada.asks_approval_of("policy_review").await;
    let bens = ben.asks_approval_of("policy_review").await;
    let adas_page = portal
        .follow(&portal.link_to(&ada.mentor.email).await)
        .await;
    let bens_page = portal
        .follow(&portal.link_to(&ben.mentor.email).await)
        .await;
    let stolen: Vec<Asked> = bens_page.asked();
    let before = portal.dump().await;
    let answer = adas_page.posts(&approval(&stolen, "Grace Mentor")).await;
    assert!(!answer.html().contains("Ben"), "{}", answer.html());
    adas_page
        .posts_to(
            "/undo",
            &[
                ("request".into(), stolen[0].id.to_string()),
                ("name".into(), "Grace".into()),
            ],
        )
        .await;
    assert_eq!(portal.dump().await.differing(&before), Vec::<&str>::new());
    assert_eq!(ben.sees(bens).await.state(), "SUBMITTED");
}
