//! Days in London that have gone by since a moment, as a condition on that moment: the more of them, the earlier it was.

use chrono::{DateTime, Duration, NaiveDate, NaiveTime, Utc};
use sea_orm::sea_query::{ExprTrait as _, SimpleExpr};

use crate::clock::london_moment;

/// More days than any row can have, on both sides: about five hundred years.
const MOST: i64 = 200_000;

/// At least so many days have gone by.
pub(super) fn at_least(moment: &SimpleExpr, days: i64, today: NaiveDate) -> SimpleExpr {
    moment.clone().lt(begin(today, days.saturating_sub(1)))
}

/// At most so many have.
pub(super) fn at_most(moment: &SimpleExpr, days: i64, today: NaiveDate) -> SimpleExpr {
    moment.clone().gte(begin(today, days))
}

/// When the day began in London that is so many days ago. Clocks there are never turned at midnight.
fn begin(today: NaiveDate, days: i64) -> DateTime<Utc> {
    let ago = Duration::days(days.clamp(-MOST, MOST));
    london_moment(today - ago, NaiveTime::MIN)
}
