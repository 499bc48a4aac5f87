//! Reading for somebody: one look at the database by one actor at one moment.

mod page;

pub use page::{Direction, Key, Page, Slice, SortKey, contains, page};

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::DatabaseConnection;

use crate::access::Actor;
use crate::clock::london_day;

/// What every read needs to know. Lives as long as one request.
#[derive(Clone, Debug)]
pub struct Reader {
    pub db: DatabaseConnection,
    pub actor: Actor,
    pub now: DateTime<Utc>,
}

impl Reader {
    /// The day in London.
    pub fn today(&self) -> NaiveDate {
        london_day(self.now)
    }
}
