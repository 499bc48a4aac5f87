//! What the database tells of one row, read by position: names would be looked up again for every row.

use chrono::{DateTime, NaiveDate, SubsecRound as _, Utc};
use sea_orm::sqlx::Row as _;
use sea_orm::{ConnectionTrait as _, DbBackend, DbErr, QueryResult, RuntimeErr};
use uuid::Uuid;

use super::value::maybe;
use super::{Kind, Value};
use crate::clock::london_day;
use crate::error::Result;
use crate::reading::Reader;

/// The moment for which a report is told.
#[derive(Clone, Copy, Debug)]
pub struct At {
    pub now: DateTime<Utc>,
    /// The day in London.
    pub today: NaiveDate,
    /// Whose dialect is spoken.
    pub backend: DbBackend,
}

impl At {
    pub fn of(reader: &Reader) -> Self {
        Self {
            now: reader.now,
            today: london_day(reader.now),
            backend: reader.db.get_database_backend(),
        }
    }
}

/// The cells of one row from one position on.
#[derive(Clone, Copy)]
pub struct Cells<'r> {
    pub(super) row: &'r QueryResult,
    pub(super) first: usize,
    pub at: At,
}

impl std::fmt::Debug for Cells<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Cells(from {})", self.first)
    }
}

/// Reads one cell of either database without asking again what type it has: every row of a statement has the same.
macro_rules! cell {
    ($cells:ident, $offset:ident) => {{
        let at = $cells.first + $offset;
        let read = match $cells.row.try_as_pg_row() {
            Some(row) => row.try_get_unchecked(at),
            None => match $cells.row.try_as_sqlite_row() {
                Some(row) => row.try_get_unchecked(at),
                None => return Err(DbErr::Custom("a row of another database".into()).into()),
            },
        };
        Ok(read.map_err(|why| DbErr::Query(RuntimeErr::SqlxError(why.into())))?)
    }};
}

impl<'r> Cells<'r> {
    pub fn text(&self, offset: usize) -> Result<Option<&'r str>> {
        cell!(self, offset)
    }

    pub fn id(&self, offset: usize) -> Result<Option<Uuid>> {
        cell!(self, offset)
    }

    pub fn whole(&self, offset: usize) -> Result<Option<i64>> {
        cell!(self, offset)
    }

    pub fn day(&self, offset: usize) -> Result<Option<NaiveDate>> {
        cell!(self, offset)
    }

    /// To the microsecond.
    pub fn moment(&self, offset: usize) -> Result<Option<DateTime<Utc>>> {
        cell!(self, offset)
    }

    pub fn flag(&self, offset: usize) -> Result<Option<bool>> {
        cell!(self, offset)
    }

    /// What stands there as a column of this kind shows it.
    pub fn value(&self, kind: Kind) -> Result<Value<'r>> {
        Ok(match kind {
            Kind::Id => maybe(self.id(0)?, Value::Id),
            Kind::Text => maybe(self.text(0)?, |text| Value::Text(text.into())),
            Kind::Word(_) => maybe(self.text(0)?, |word| Value::Word(word.into())),
            Kind::Whole => maybe(self.whole(0)?, Value::Whole),
            Kind::Day => maybe(self.day(0)?, Value::Day),
            Kind::Moment => maybe(self.moment(0)?, |at| Value::Moment(at.trunc_subsecs(0))),
            Kind::Flag => maybe(self.flag(0)?, Value::Flag),
            // No number of ours with a point lies in the database: all are reckoned.
            Kind::Decimal => Value::Nothing,
        })
    }
}
