//! SQLite's log, in which everything is written first.
//!
//! From time to time it is brought into the file and made sure of there, which takes as long as dozens of transactions.
//! SQLite has a writer do it who happens to find the log long, and everybody waits. So another connection does it while
//! writers go on.

use sea_orm::{ConnectionTrait as _, DatabaseConnection};
use tokio::task::JoinHandle;

/// Turns at writing after which the log is brought in. Each writes some twenty pages.
const TURNS: usize = 64;

/// Pages after which a writer does it all the same. Only then does the log begin anew while writers never rest, and
/// nearly all of it has been brought in before.
pub const LONG: &str = "8000";

pub struct Log {
    pool: DatabaseConnection,
    turns: usize,
    bringing_in: Option<JoinHandle<()>>,
}

impl Log {
    /// The log of the file that the pool reads.
    pub fn new(pool: DatabaseConnection) -> Self {
        Self {
            pool,
            turns: 0,
            bringing_in: None,
        }
    }

    /// So many more have written. SQLite makes sure of what it brings in only if no transaction ends meanwhile, so this is
    /// the moment: the next one has hardly begun.
    pub fn grow(&mut self, turns: usize) {
        self.turns += turns;
        let is_free = self
            .bringing_in
            .as_ref()
            .is_none_or(JoinHandle::is_finished);
        if self.turns >= TURNS && is_free {
            self.turns = 0;
            self.bringing_in = Some(tokio::spawn(bring_in(self.pool.clone())));
        }
    }
}

async fn bring_in(pool: DatabaseConnection) {
    let done = pool.execute_unprepared("PRAGMA wal_checkpoint(PASSIVE)");
    if let Err(error) = done.await {
        tracing::warn!(?error, "the log of the database could not be brought in");
    }
}
