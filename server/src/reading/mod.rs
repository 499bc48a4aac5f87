//! Reading for somebody: one look at the database by one actor at one moment.

mod any;
mod children;
mod cursor;
mod page;
mod placed;
mod search;
mod sort;
mod unless;

pub use any::{any_of, any_text};
pub use children::{Found, Gather, by_id, count_by, linked_by, rows_by};
pub use page::{Page, Slice, Span, page};
pub use placed::{Placed, Wide};
pub use search::{contains, found_in, starts_with};
pub use sort::{Direction, Key, SortKey};
pub use unless::unless;

use chrono::{DateTime, Datelike as _, NaiveDate, Utc};

use crate::access::Actor;
use crate::clock::london_day;
use crate::database::Look;
use crate::portal::Portal;

/// What every read needs to know. Lives as long as one request.
#[derive(Clone, Debug)]
pub struct Reader {
    pub portal: Portal,
    pub db: Look,
    pub actor: Actor,
    pub now: DateTime<Utc>,
}

impl Reader {
    /// The actor's look at the database now.
    pub fn new(portal: &Portal, actor: Actor) -> Self {
        Self::through(portal.db.look(), portal, actor)
    }

    /// The same, through a look that was taken already.
    pub fn through(db: Look, portal: &Portal, actor: Actor) -> Self {
        Self {
            portal: portal.clone(),
            db,
            actor,
            now: portal.clock.now(),
        }
    }

    /// The day in London.
    pub fn today(&self) -> NaiveDate {
        london_day(self.now)
    }
}

/// Whether every database and every tool can write this day.
pub fn in_calendar(day: NaiveDate) -> bool {
    (1000..=9999).contains(&day.year())
}

/// A number as answers have it; they know none that is larger than this one can be.
pub fn int(number: impl TryInto<i32>) -> i32 {
    number.try_into().unwrap_or(i32::MAX)
}
