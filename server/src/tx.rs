//! The only way to write: row, event and letter commit together or not at all.

mod chunks;

use std::sync::atomic::{AtomicBool, Ordering};

use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, DbBackend, DbErr, ExecResult, QueryResult, Statement};

pub use chunks::insert_all;

use crate::access::Actor;
use crate::database::Writing;
use crate::error::Result;
use crate::portal::Portal;

/// A transaction that an actor has open.
#[derive(Debug)]
pub struct Tx {
    inner: Writing,
    pub actor: Actor,
    /// The moment of everything that happens in it.
    pub now: DateTime<Utc>,
    pub portal: Portal,
    /// Whether a letter was queued, so that the worker is woken after the commit.
    rings: AtomicBool,
}

impl Tx {
    /// Wakes the worker once everything is committed.
    pub fn ring_after_commit(&self) {
        self.rings.store(true, Ordering::Relaxed);
    }

    /// Whether others write at the same time, who are kept from a row by a lock. In SQLite nobody does.
    pub fn has_rivals(&self) -> bool {
        self.get_database_backend() != DbBackend::Sqlite
    }
}

/// Runs `verb` in a transaction, commits what it did if it succeeds, and wakes the worker.
///
/// # Errors
/// What `verb` answers, after everything was rolled back; or that the database could not commit.
pub async fn write<T>(
    portal: &Portal,
    actor: &Actor,
    verb: impl AsyncFnOnce(&Tx) -> Result<T>,
) -> Result<T> {
    let tx = Tx {
        inner: portal.db.begin().await?,
        actor: actor.clone(),
        now: portal.clock.now(),
        portal: portal.clone(),
        rings: AtomicBool::new(false),
    };
    match verb(&tx).await {
        Ok(value) => {
            let rings = tx.rings.load(Ordering::Relaxed);
            tx.inner.commit().await?;
            if rings {
                portal.post.notify_one();
            }
            Ok(value)
        }
        Err(error) => {
            tx.inner.roll_back().await?;
            Err(error)
        }
    }
}

#[sea_orm::prelude::async_trait::async_trait]
impl ConnectionTrait for Tx {
    fn get_database_backend(&self) -> DbBackend {
        self.inner.get_database_backend()
    }
    async fn execute_raw(&self, statement: Statement) -> Result<ExecResult, DbErr> {
        self.inner.execute_raw(statement).await
    }
    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        self.inner.execute_unprepared(sql).await
    }
    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        self.inner.query_one_raw(statement).await
    }
    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        self.inner.query_all_raw(statement).await
    }
}
