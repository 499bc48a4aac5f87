//! From the deadline back to the start.

use chrono::{Days, Months, NaiveDate};
use entity::award::Limits;

use super::clock::allowance;
use crate::programme::TERM_MONTHS;

/// Days that months of unequal length can hide: from 30 April and from 28 April it is ten months to 28 February.
const HIDDEN: u64 = 3;

/// The last day on which somebody can begin and usually still hold the award on the day of the deadline.
pub fn latest_start(deadline: NaiveDate, limits: &Limits) -> Option<NaiveDate> {
    let (months, weeks) = match limits.award_months {
        Some(months) => (months, Days::new(0)),
        None => (TERM_MONTHS * limits.programme_terms, allowance(limits)),
    };
    let months = Months::new(months);
    let by_then = deadline.checked_sub_days(weeks)?;
    let about = by_then.checked_sub_months(months)?;
    let days = (0..=HIDDEN).rev();
    days.filter_map(|days| about.checked_add_days(Days::new(days)))
        .find(|day| day.checked_add_months(months) <= Some(by_then))
}
