//! Many hands at once: one wins, the others hear so, and nothing happens twice.

use std::collections::BTreeSet;

use entity::{approval_request, event, letter};
use sea_orm::{ColumnTrait as _, EntityTrait as _, PaginatorTrait as _, QueryFilter as _};
use server::outbox;
use tests::{Participant, Portal, approval};
use tokio::task::JoinSet;

const TASKS: [&str; 8] = [
    "policy_review",
    "data_review",
    "provision_map",
    "pupil_profile",
    "staff_training",
    "family_consultation",
    "outside_agency",
    "coaching",
];

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn sixty_four_clicks_approve_once_and_all_hear_the_same() {
    let portal = Portal::start().await;
    let ada = portal.participant("Ada").await;
    let task = ada.asks_approval_of("policy_review").await;
    let page = portal
        .follow(&portal.link_to(&ada.mentor.email).await)
        .await;
    let form = approval(&page.asked(), "Grace Mentor");
    let mut clicks = JoinSet::new();
    for _ in 0..64 {
        let (page, form) = (page.clone(), form.clone());
        clicks.spawn(async move { page.posts(&form).await });
    }
    let answers = clicks.join_all().await;
    let told: BTreeSet<_> = answers
        .iter()
        .map(|answer| (answer.status, answer.html()))
        .collect();
    assert_eq!(told.len(), 1, "{told:#?}");
    assert!(answers[0].html().contains("approved by Grace Mentor"));

    let seen = ada.sees(task).await;
    assert!(seen.is_approved());
    assert_eq!(seen.times("TASK_APPROVED"), 1);
    portal.wait(chrono::Duration::minutes(11));
    portal.post_letters().await;
    assert_eq!(portal.mailbox().letters_to(&ada.email).len(), 1);
    assert_eq!(
        portal.mailbox().letters_to(&ada.mentor.email).len(),
        2,
        "the asking and one receipt"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_many_submissions_one_counts() {
    let portal = Portal::start().await;
    let ada = portal.participant("Ada").await;
    let task = ada.writes("policy_review").await;
    let version = ada.sees(task).await.version();
    let codes = at_once(16, || {
        let ada = ada.clone();
        async move {
            ada.submits_version(task, version)
                .await
                .code()
                .map(str::to_owned)
        }
    })
    .await;
    assert_one_wins(&codes);
    assert_eq!(ada.sees(task).await.times("TASK_SUBMITTED"), 1);
    let asked = approval_request::Entity::find()
        .count(&portal.app.db.read)
        .await
        .expect("requests");
    assert_eq!(asked, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_many_drafts_of_one_version_one_is_kept() {
    let portal = Portal::start().await;
    let ada = portal.participant("Ada").await;
    let task = ada.writes("policy_review").await;
    let version = ada.sees(task).await.version();
    let codes = at_once(16, || {
        let ada = ada.clone();
        async move {
            ada.saves(ada.draft("policy_review", version))
                .await
                .code()
                .map(str::to_owned)
        }
    })
    .await;
    assert_one_wins(&codes);
    assert_eq!(ada.sees(task).await.version(), version + 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn approving_and_taking_back_never_both_succeed() {
    let portal = Portal::start().await;
    let ada = portal.participant("Ada").await;
    ask_for_all(&ada).await;
    let page = portal
        .follow(&portal.link_to(&ada.mentor.email).await)
        .await;
    let mut racers = JoinSet::new();
    for asked in page.asked() {
        let page = page.clone();
        racers.spawn(async move {
            let answer = page.posts(&approval(&[asked], "Grace Mentor")).await;
            assert_eq!(answer.status, 200, "{}", answer.html());
        });
    }
    for code in TASKS {
        let ada = ada.clone();
        racers.spawn(async move {
            let answer = ada.withdraws(ada.task(code)).await;
            assert!(
                matches!(answer.code(), None | Some("WRONG_STATE")),
                "{}",
                answer.body
            );
        });
    }
    racers.join_all().await;
    for code in TASKS {
        let seen = ada.sees(ada.task(code)).await;
        let outcome = (
            seen.state(),
            seen.times("TASK_APPROVED"),
            seen.times("TASK_WITHDRAWN"),
        );
        assert!(
            matches!(outcome, ("APPROVED", 1, 0) | ("IN_PROGRESS", 0, 1)),
            "{outcome:?}"
        );
    }
    portal.tasks_and_requests_agree().await.expect("agreement");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn an_answer_counts_for_the_mentor_who_gave_it_even_while_another_takes_over() {
    let portal = Portal::start().await;
    let ada = portal.participant("Ada").await;
    let office = portal.administrator().await;
    ask_for_all(&ada).await;
    let page = portal
        .follow(&portal.link_to(&ada.mentor.email).await)
        .await;
    let mut racers = JoinSet::new();
    for asked in page.asked() {
        let page = page.clone();
        racers.spawn(async move {
            let answer = page.posts(&approval(&[asked], "Grace Mentor")).await;
            assert!(answer.status < 500, "{}", answer.html());
        });
    }
    let enrolment = ada.enrolment_id;
    racers.spawn(async move {
        office
            .replaces_mentor(enrolment, "Gil Mentor", "gil@willowbank.test")
            .await
            .data();
    });
    racers.join_all().await;
    for code in TASKS {
        let seen = ada.sees(ada.task(code)).await;
        let of = seen.text("/approval/mentor/name");
        assert!(
            matches!(
                (seen.state(), of),
                ("APPROVED", "Grace Mentor") | ("SUBMITTED", "Gil Mentor")
            ),
            "{code}: {} of {of}",
            seen.state()
        );
    }
    portal.tasks_and_requests_agree().await.expect("agreement");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn what_is_submitted_while_another_mentor_takes_over_waits_for_the_new_one() {
    let portal = Portal::start().await;
    let ada = portal.participant("Ada").await;
    let office = portal.administrator().await;
    for code in TASKS {
        ada.writes(code).await;
    }
    let mut racers = JoinSet::new();
    for code in TASKS {
        let ada = ada.clone();
        racers.spawn(async move { drop(ada.submits(ada.task(code)).await.data()) });
    }
    let enrolment = ada.enrolment_id;
    racers.spawn(async move {
        office
            .replaces_mentor(enrolment, "Gil Mentor", "gil@willowbank.test")
            .await
            .data();
    });
    racers.join_all().await;
    for code in TASKS {
        assert_eq!(
            ada.sees(ada.task(code)).await.text("/approval/mentor/name"),
            "Gil Mentor"
        );
    }
    portal.post_letters().await;
    let link = portal
        .mailbox()
        .letter_about("gil@willowbank.test", "asks you")
        .await
        .link();
    portal.follow(&link).await.approves("Gil Mentor").await;
    for code in TASKS {
        assert!(ada.sees(ada.task(code)).await.is_approved());
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_workers_send_no_letter_twice() {
    let portal = Portal::start().await;
    for number in 0..40 {
        portal
            .anonymous()
            .asks_for_a_code(&format!("nobody.{number}@elsewhere.test"))
            .await
            .data();
    }
    let drains = at_once(2, || outbox_of(&portal)).await;
    assert_eq!(drains.iter().sum::<usize>(), 40);
    assert_eq!(portal.mailbox().count(), 40);
    let sent = event::Entity::find().filter(event::Column::Kind.eq(event::Kind::LetterSent));
    assert_eq!(sent.count(&portal.app.db.read).await.expect("events"), 40);
    let left = letter::Entity::find().filter(letter::Column::State.ne(letter::State::Sent));
    assert_eq!(left.count(&portal.app.db.read).await.expect("letters"), 0);
}

fn outbox_of(portal: &Portal) -> impl Future<Output = usize> + Send + 'static {
    let app = portal.app.clone();
    async move {
        let post = outbox::Post::open(&app.config.mail).expect("a way out");
        outbox::drain(&app, &post, server::post::render)
            .await
            .expect("the outbox")
    }
}

async fn ask_for_all(ada: &Participant) {
    for code in TASKS {
        ada.asks_approval_of(code).await;
    }
}

async fn at_once<F>(times: usize, mut act: impl FnMut() -> F) -> Vec<F::Output>
where
    F: Future<Output: Send + 'static> + Send + 'static,
{
    let mut racers = JoinSet::new();
    for _ in 0..times {
        racers.spawn(act());
    }
    racers.join_all().await
}

fn assert_one_wins(codes: &[Option<String>]) {
    let won = codes.iter().filter(|code| code.is_none()).count();
    let lost = codes
        .iter()
        .filter(|code| code.as_deref() == Some("CONFLICT"))
        .count();
    assert_eq!((won, lost), (1, codes.len() - 1), "{codes:?}");
}
