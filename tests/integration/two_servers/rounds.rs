//! Two workers do their rounds at the same moments.

use chrono::Duration;
use entity::letter::{self, Kind};
use entity::{event, event_seal};
use sea_orm::{ColumnTrait as _, EntityTrait as _, PaginatorTrait as _, QueryFilter as _};
use server::serve;
use tests::Portal;

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_workers_remind_once_and_seal_one_chain() {
    let portal = Portal::start().await;
    if portal.app.db.is_sqlite() {
        return;
    }
    let another =
        server::portal::Portal::open((*portal.app.config).clone(), portal.clock().clone());
    let another = another.await.expect("a second worker");
    for name in ["Ada", "Ben", "Cleo"] {
        let who = portal.participant(name).await;
        who.asks_approval_of("policy_review").await;
        who.asks_approval_of("data_review").await;
    }
    portal.post_letters().await;
    for _ in 0..30 {
        portal.wait(Duration::days(1));
        tokio::join!(
            serve::round(&portal.app),
            serve::round(&another),
            serve::round(&another),
            serve::round(&portal.app),
        );
        portal.post_letters().await;
    }
    let db = &portal.app.db.read;
    for (kind, happened) in [
        (Kind::TaskApprovalReminder, event::Kind::MentorReminded),
        (
            Kind::TaskApprovalUnanswered,
            event::Kind::ParticipantNotified,
        ),
    ] {
        let letters = letter::Entity::find().filter(letter::Column::Kind.eq(kind));
        let letters = letters.count(db).await.expect("letters");
        let events = event::Entity::find().filter(event::Column::Kind.eq(happened));
        let events = events.all(db).await.expect("events");
        let alone = alone(kind).await;
        assert_eq!(
            (letters, events.len()),
            alone,
            "{kind:?}: as one worker does"
        );
    }
    serve::round(&another).await;
    let (events, seals) = (event::Entity::find(), event_seal::Entity::find());
    let (events, seals) = (events.count(db).await, seals.count(db).await);
    assert_eq!(events.expect("events"), seals.expect("seals"));
    another.db.close().await.expect("the second worker goes");
}

/// How many letters and events there are where one worker does the same.
async fn alone(kind: Kind) -> (u64, usize) {
    let portal = Portal::start().await;
    for name in ["Ada", "Ben", "Cleo"] {
        let who = portal.participant(name).await;
        who.asks_approval_of("policy_review").await;
        who.asks_approval_of("data_review").await;
    }
    portal.post_letters().await;
    for _ in 0..30 {
        portal.wait(Duration::days(1));
        portal.rounds().await;
        portal.post_letters().await;
    }
    let db = &portal.app.db.read;
    let letters = letter::Entity::find().filter(letter::Column::Kind.eq(kind));
    let happened = match kind {
        Kind::TaskApprovalReminder => event::Kind::MentorReminded,
        _ => event::Kind::ParticipantNotified,
    };
    let events = event::Entity::find().filter(event::Column::Kind.eq(happened));
    (
        letters.count(db).await.expect("letters"),
        events.all(db).await.expect("events").len(),
    )
}
