//! The real program, ended by force in the middle of its work and started again.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use chrono::{DateTime, Utc};
use entity::letter::{self, Kind, State};
use entity::{event, task};
use mailbox::Fault;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait as _, EntityTrait as _, PaginatorTrait as _, QueryFilter as _};
use tests::{LinkPage, Portal, Program, approval, until};
use tokio::task::JoinSet;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_is_lost_and_nothing_happens_twice() {
    let portal = Portal::start().await;
    // The program goes by the machine's clock.
    portal.clock().set(Utc::now());
    let mut pages = Vec::new();
    for name in ["Ada", "Ben", "Cleo"] {
        let participant = portal.participant(name).await;
        for template in task::Entity::find()
            .all(&portal.app.db.read)
            .await
            .expect("tasks")
        {
            if template.enrolment_id == participant.enrolment_id {
                participant.asks_approval_of(&template.code).await;
            }
        }
        pages.push(
            portal
                .follow(&portal.link_to(&participant.mentor.email).await)
                .await,
        );
    }
    let waiting: usize = pages.iter().map(|page| page.asked().len()).sum();
    assert_eq!(waiting, 36);
    portal
        .mailbox()
        .faults()
        .add(Fault::DelayReply(Duration::from_millis(30)));

    // Each time it is ended while it takes answers and sends letters; browsers and mentors try again.
    for sent in [6, 18, 30] {
        let program = Program::start(&portal, &["serve"]).await;
        let clicks = click_everything(&pages, program.url());
        until(|| async { portal.mailbox().count() >= sent + 3 }).await;
        program.kill();
        clicks.join_all().await;
        five_minutes_pass(&portal).await;
    }
    let program = Program::start(&portal, &["serve"]).await;
    click_everything(&pages, program.url()).join_all().await;
    until(|| async { queued(&portal).await == 0 }).await;
    program.kill();

    assert_each_was_approved_once(&portal, waiting).await;
    assert_each_letter_arrived(&portal, waiting).await;
}

/// Sends every form of every page, all at once; whether anybody answers does not matter.
fn click_everything(pages: &[LinkPage], url: &str) -> JoinSet<()> {
    let mut clicks = JoinSet::new();
    for page in pages {
        let page = page.clone().at(url);
        for asked in page.asked() {
            let page = page.clone();
            clicks
                .spawn(async move { drop(page.tries(&approval(&[asked], "Grace Mentor")).await) });
        }
    }
    clicks
}

/// What a dead worker had in its hands is given back after five minutes.
async fn five_minutes_pass(portal: &Portal) {
    let long_ago: DateTime<Utc> = "2026-01-01T00:00:00Z".parse().expect("a moment");
    letter::Entity::update_many()
        .col_expr(letter::Column::ClaimedUntil, Expr::value(long_ago))
        .filter(letter::Column::State.eq(State::Queued))
        .filter(letter::Column::ClaimedUntil.is_not_null())
        .exec(&portal.app.db.write)
        .await
        .expect("claims");
}

async fn queued(portal: &Portal) -> u64 {
    let due = letter::Entity::find()
        .filter(letter::Column::State.eq(State::Queued))
        .filter(letter::Column::Kind.ne(Kind::SchoolProgressDigest));
    due.count(&portal.app.db.read).await.expect("letters")
}

async fn assert_each_was_approved_once(portal: &Portal, waiting: usize) {
    let approvals = event::Entity::find().filter(event::Column::Kind.eq(event::Kind::TaskApproved));
    let approvals = approvals.all(&portal.app.db.read).await.expect("events");
    let tasks: BTreeSet<_> = approvals.iter().map(|event| event.task_id).collect();
    assert_eq!((approvals.len(), tasks.len()), (waiting, waiting));
    let approved = task::Entity::find().filter(task::Column::State.eq(task::State::Approved));
    assert_eq!(
        approved.count(&portal.app.db.read).await.expect("tasks"),
        waiting as u64
    );
}

async fn assert_each_letter_arrived(portal: &Portal, waiting: usize) {
    let mut arrived: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for letter in portal.mailbox().letters() {
        let id = format!("<{}>", letter.message_id().expect("an id"));
        arrived.entry(id).or_default().insert(letter.subject());
    }
    let letters = letter::Entity::find().filter(letter::Column::State.eq(State::Sent));
    let letters = letters.all(&portal.app.db.read).await.expect("letters");
    for letter in &letters {
        assert!(arrived.contains_key(&letter.message_id), "lost: {letter:?}");
    }
    assert_eq!(arrived.len(), letters.len(), "a letter under two ids");
    let news = letters
        .iter()
        .filter(|letter| letter.kind == Kind::TaskApproved);
    let told: BTreeSet<_> = news.clone().map(|letter| letter.request_id).collect();
    assert_eq!((news.count(), told.len()), (waiting, waiting));
}
