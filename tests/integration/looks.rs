//! A request keeps one connection for all that it reads. Many of them must never wait for each other for ever.

use std::time::Duration;

use entity::school;
use sea_orm::{ConnectionTrait as _, EntityTrait as _, PaginatorTrait as _};
use server::access::Actor;
use server::tx;
use tests::Portal;
use tokio::task::JoinSet;
use tokio::time::timeout;

/// More than there are connections of any kind.
const AT_ONCE: usize = 64;
/// Far longer than it takes, and shorter than a pool waits for a connection.
const PATIENCE: Duration = Duration::from_secs(20);

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_keeps_a_connection_can_write_and_read_on() {
    let portal = Portal::start().await;
    let mut requests: JoinSet<server::error::Result<()>> = JoinSet::new();
    for _ in 0..AT_ONCE {
        let app = portal.app.clone();
        requests.spawn(async move {
            let look = app.db.look();
            let before = school::Entity::find().count(&look).await?;
            tx::write(&app, &Actor::System, async |_| Ok(())).await?;
            let besides = school::Entity::find().count(&app.db.read).await?;
            let after = school::Entity::find().count(&look).await?;
            assert_eq!((before, before), (besides, after));
            Ok(())
        });
    }
    let all = timeout(PATIENCE, requests.join_all());
    for answered in all.await.expect("nobody waits for ever") {
        answered.expect("an answer");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_only_reads_cannot_write() {
    let portal = Portal::start().await;
    let look = portal.app.db.look();
    let written = look.execute_unprepared("CREATE TABLE written (id INT)");
    assert!(written.await.is_err());
    let there = look.query_one_raw(sea_orm::Statement::from_string(
        look.get_database_backend(),
        "SELECT * FROM written",
    ));
    assert!(there.await.is_err(), "there is no such table");
}
