//! Days in London that have gone by since a moment, as a condition on that moment: the more of them, the earlier it was.

use chrono::NaiveDate;
use sea_orm::sea_query::{ExprTrait as _, SimpleExpr};

use crate::clock::day_began;

/// At least so many days have gone by.
pub(super) fn at_least(moment: &SimpleExpr, days: i64, today: NaiveDate) -> SimpleExpr {
    moment.clone().lt(day_began(today, days.saturating_sub(1)))
}

/// At most so many have.
pub(super) fn at_most(moment: &SimpleExpr, days: i64, today: NaiveDate) -> SimpleExpr {
    moment.clone().gte(day_began(today, days))
}
