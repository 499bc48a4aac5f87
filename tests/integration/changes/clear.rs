//! Old changes are cleared away, and whoever stayed away for so long hears of it.

use chrono::{DateTime, Duration, Utc};
use entity::change;
use sea_orm::sea_query::Expr;
use sea_orm::{EntityTrait as _, PaginatorTrait as _};

use super::follower::Follower;
use super::scene::Scene;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_cursor_from_before_what_was_cleared_is_too_old() {
    let scene = Scene::set_up().await;
    let portal = &scene.portal;
    scene.settle().await;
    let mut away = Follower::begin(scene.tool(None).await, false).await;
    let mut busy = Follower::begin(scene.tool(None).await, false).await;
    scene.ada.writes("coaching").await;
    scene.settle().await;
    busy.catches_up(100).await;
    written_down(&scene, portal.now() - Duration::days(31)).await;
    scene.ben.writes("coaching").await;
    scene.settle().await;

    let before = count(&scene).await;
    portal.rounds().await;
    let left = count(&scene).await;
    assert!(0 < left && left < before, "{left} of {before}");
    let error = away.ask(100).await.error("CURSOR_TOO_OLD");
    busy.catches_up(100).await;
    busy.is_up_to_date().await;

    away.cursor = error["extensions"]["cursor"]
        .as_str()
        .expect("a cursor")
        .into();
    away.catches_up(100).await;
    assert_eq!(away.heard, "[]");
    portal.rounds().await;
    assert_eq!(count(&scene).await, left, "what is young stays");
}

/// All changes so far were written down `at`; the database goes by its own clock.
async fn written_down(scene: &Scene, at: DateTime<Utc>) {
    let dated = change::Entity::update_many().col_expr(change::Column::At, Expr::value(at));
    dated.exec(&scene.portal.app.db.write).await.expect("dates");
}

async fn count(scene: &Scene) -> u64 {
    let changes = change::Entity::find();
    changes
        .count(&scene.portal.app.db.read)
        .await
        .expect("changes")
}
