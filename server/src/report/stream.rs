//! All rows of a report, one after the other out of one statement: none is kept.

use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use futures_util::{Stream, StreamExt as _};
use sea_orm::{DatabaseConnection, DbErr, QueryResult, StreamTrait as _};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use super::Plan;
use crate::database::Db;
use crate::error::Result;

/// The longest that one file may take. It reads what was there when it began, and while it does the database can throw
/// nothing away that was there then.
pub(super) const LONGEST: Duration = Duration::from_secs(15 * 60);

/// Places for files under way. Each holds a connection for as long as it takes, and the others must not run out of them.
#[derive(Clone, Debug)]
pub struct Places(Arc<Semaphore>);

impl Places {
    pub fn new(db: &Db) -> Self {
        let at_once = if db.is_sqlite() { 2 } else { 4 };
        Self(Arc::new(Semaphore::new(at_once)))
    }

    /// A place, if one is free.
    pub fn take(&self) -> Option<OwnedSemaphorePermit> {
        Arc::clone(&self.0).try_acquire_owned().ok()
    }
}

/// What is to be done with the number of rows that were read, when that ends, however it does.
pub type AtEnd = Box<dyn FnOnce(usize) + Send>;

/// The rows of a plan, the first of them read already: what is wrong with a statement shows before anything is answered.
pub struct Rows {
    pub plan: Plan,
    first: Option<QueryResult>,
    rest: Pin<Box<dyn Stream<Item = Result<QueryResult, DbErr>> + Send>>,
    read: usize,
    at_end: Option<AtEnd>,
    _place: OwnedSemaphorePermit,
}

impl Drop for Rows {
    fn drop(&mut self) {
        if let Some(at_end) = self.at_end.take() {
            at_end(self.read);
        }
    }
}

impl std::fmt::Debug for Rows {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Rows of {}", self.plan.report.name)
    }
}

/// Begins to read.
///
/// # Errors
/// That the database does not answer.
pub async fn rows(
    db: &DatabaseConnection,
    plan: Plan,
    place: OwnedSemaphorePermit,
    at_end: AtEnd,
) -> Result<Rows> {
    let statement = db.get_database_backend().build(&plan.select);
    let mut rest: Pin<Box<dyn Stream<Item = _> + Send>> = Box::pin(db.stream_raw(statement).await?);
    let first = rest.next().await.transpose()?;
    Ok(Rows {
        plan,
        first,
        rest,
        read: 0,
        at_end: Some(at_end),
        _place: place,
    })
}

impl Rows {
    /// The next row; none after the last.
    ///
    /// # Errors
    /// That the database stopped answering.
    pub async fn next(&mut self) -> Result<Option<QueryResult>> {
        let row = match self.first.take() {
            Some(first) => Some(first),
            None => self.rest.next().await.transpose()?,
        };
        self.read += usize::from(row.is_some());
        Ok(row)
    }
}
