//! What a person is shown of their clock.

use chrono::NaiveDate;
use entity::award::Limits;

use super::{Clock, Risk, latest_start};

/// A clock with the days that a picture of it needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outlook {
    /// None while aspiring, and where the law does not ask for the award.
    pub appointed_on: Option<NaiveDate>,
    pub starts_on: NaiveDate,
    pub clock: Clock,
    /// The last day on which a start would usually do.
    pub latest_start: Option<NaiveDate>,
    /// The day in London for which this was reckoned.
    pub today: NaiveDate,
}

/// What it would mean to join a later cohort.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Later {
    /// Days by which the award would come later.
    pub days: i64,
    /// The deadline would be kept now and missed then.
    pub misses: bool,
}

impl Outlook {
    /// Reckons for who begins on `starts_on` and has until `ends_on`; `today` is London's.
    pub fn reckon(
        appointed_on: Option<NaiveDate>,
        (starts_on, ends_on): (NaiveDate, NaiveDate),
        limits: &Limits,
        today: NaiveDate,
    ) -> Self {
        let clock = Clock::reckon(appointed_on, ends_on, limits, today);
        Self {
            appointed_on,
            starts_on,
            clock,
            latest_start: clock.deadline.and_then(|day| latest_start(day, limits)),
            today,
        }
    }

    /// What it would mean to go over from this start to that one.
    pub fn later(&self, that: &Self) -> Later {
        let missed = |outlook: &Self| outlook.clock.risk() == Some(Risk::Red);
        Later {
            days: (that.clock.forecast - self.clock.forecast).num_days(),
            misses: !missed(self) && missed(that),
        }
    }
}
