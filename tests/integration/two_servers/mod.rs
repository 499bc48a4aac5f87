//! Two servers and two workers on one PostgreSQL database. SQLite is for one process that writes, so these do nothing there.

mod both_doors;
mod load;
mod rounds;

use tests::Portal;

/// A portal whose database several processes can share; none on SQLite.
async fn shared() -> Option<Portal> {
    let portal = Portal::start().await;
    if portal.app.db.is_sqlite() {
        return None;
    }
    // The programs go by the machine's clock.
    portal.clock().set(chrono::Utc::now());
    Some(portal)
}
