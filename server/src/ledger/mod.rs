//! What reporting tools may still use this hour, counted in memory: a request writes nothing. `token::flush` carries the
//! counts to the database every few seconds and brings back what other servers have counted.
//!
//! A point is one object that an answer could hold: what the GraphQL endpoint weighs before it runs anything. An hour is
//! a full hour of the clock, so that everybody can say when the points are there again.

mod allowance;
mod book;

pub use allowance::{Allowance, Exhausted};
pub use book::{Entry, Mark, Takings, Used};

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use chrono::{DateTime, Duration, Utc};
use uuid::Uuid;

use book::Book;

/// Who has used how much. Clones share one book.
#[derive(Clone, Debug)]
pub struct Ledger {
    points_per_hour: i64,
    book: Arc<Mutex<Book>>,
}

impl Ledger {
    pub fn new(points_per_hour: u32) -> Self {
        Self {
            points_per_hour: points_per_hour.into(),
            book: Arc::default(),
        }
    }

    /// What the database has of this token and hour; read while the token was recognised.
    pub fn learn(&self, token: Uuid, now: DateTime<Utc>, cost: i64) {
        self.open().learn((token, hour_of(now)), cost);
    }

    /// Takes the points that a request costs, before it runs.
    ///
    /// # Errors
    /// That the token has fewer left. What is refused costs nothing.
    pub fn charge(
        &self,
        token: Uuid,
        points: i64,
        now: DateTime<Utc>,
    ) -> Result<Allowance, Exhausted> {
        let (hour, limit) = (hour_of(now), self.points_per_hour);
        let (fits, spent) = self.open().charge((token, hour), points, limit);
        let allowance = Allowance {
            requested: points,
            left: (limit - spent).max(0),
            limit,
            resets_at: hour + Duration::hours(1),
            now,
        };
        if fits {
            Ok(allowance)
        } else {
            Err(Exhausted(allowance))
        }
    }

    /// Takes what an answer came to beyond what was charged before it ran, even if that is more than is left: it has been
    /// given.
    pub fn charge_more(&self, token: Uuid, points: i64, now: DateTime<Utc>) {
        self.open().charge_more((token, hour_of(now)), points);
    }

    /// That something was used just now, to be written down with the next flush.
    pub fn mark(&self, what: Mark, now: DateTime<Utc>) {
        self.open().mark(what, now);
    }

    /// Everything that waits to be written down. Give it back if that fails.
    pub fn take(&self) -> Takings {
        self.open().take()
    }

    /// It was written down; these are now the hours' costs over all servers.
    pub fn settle(
        &self,
        takings: Takings,
        costs: &[(Uuid, DateTime<Utc>, i64)],
        now: DateTime<Utc>,
    ) {
        self.open().settle(takings, costs, hour_of(now));
    }

    /// It was not.
    pub fn give_back(&self, takings: Takings) {
        self.open().give_back(takings);
    }

    fn open(&self) -> MutexGuard<'_, Book> {
        // Numbers are whole after every step, so that a panic elsewhere leaves nothing half done.
        self.book.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The beginning of the hour. London's clocks differ from UTC's by whole hours.
pub fn hour_of(at: DateTime<Utc>) -> DateTime<Utc> {
    let seconds = at.timestamp();
    DateTime::from_timestamp(seconds - seconds.rem_euclid(3600), 0).unwrap_or(at)
}

#[cfg(test)]
mod tests;
