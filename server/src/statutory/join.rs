//! What joining each cohort ahead would mean.

use std::sync::Arc;

use chrono::NaiveDate;
use entity::award::Limits;
use entity::cohort;

use super::{Later, Outlook};
use crate::programme::Ahead;

/// One cohort, and somebody's clock with it.
#[derive(Clone, Debug)]
pub struct Joining {
    pub cohort: Arc<cohort::Model>,
    pub outlook: Outlook,
    pub later: Later,
}

/// Each of these cohorts for who was appointed on this day, compared with `now`.
pub fn joining<'a>(
    now: &Outlook,
    ahead: impl IntoIterator<Item = &'a Ahead>,
    limits: &Limits,
) -> Vec<Joining> {
    let with = |ahead: &Ahead| {
        let days: (NaiveDate, NaiveDate) = (ahead.cohort.starts_on, ahead.ends_on);
        let outlook = Outlook::reckon(now.appointed_on, days, limits, now.today);
        Joining {
            cohort: ahead.cohort.clone(),
            later: now.later(&outlook),
            outlook,
        }
    };
    ahead.into_iter().map(with).collect()
}
