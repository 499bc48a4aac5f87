//! The statutory clock in the schema.

use async_graphql::{Enum, ID};
use chrono::NaiveDate;

use super::{Joining, Outlook, Risk};
use crate::reading::int;
use crate::schema::{named, object};

/// How likely it is that the statutory deadline is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "Risk")]
pub enum ClockColour {
    /// The forecast is after the deadline.
    Red,
    /// The forecast keeps the deadline with fewer days to spare than the award asks for.
    Amber,
    /// The forecast keeps the deadline with days to spare.
    Green,
}

named!(ClockColour);

object! {
    /// By when a SENCO must hold the award, and when they are likely to.
    StatutoryClock(outlook: Outlook, loads);

    /// The day on which they became SENCO; null while aspiring, and where the law does not ask for the award.
    appointed_on: Option<NaiveDate> => outlook.appointed_on;
    /// The first day of the programme.
    starts_on: NaiveDate => outlook.starts_on;
    /// The last day on which the award must be held: the third anniversary of the appointment, or the last day on which
    /// a closing award counts if that is earlier. Null where the law does not ask for it.
    deadline: Option<NaiveDate> => outlook.clock.deadline;
    /// When the award is likely to be held: the last day of the programme, and the weeks for marking and board; today at
    /// the earliest.
    forecast_award_on: NaiveDate => outlook.clock.forecast;
    /// Days from the forecast to the deadline; negative where it comes too late. Null without a deadline.
    slack_days: Option<i32> => outlook.clock.slack().map(int);
    /// The same as a colour. Null without a deadline.
    colour: Option<ClockColour> => outlook.clock.risk().map(Into::into);
    /// The last day on which a start would usually do. Null without a deadline.
    latest_safe_start: Option<NaiveDate> => outlook.latest_start;
    /// The day in London for which this was reckoned.
    today: NaiveDate => outlook.today;
}

object! {
    /// A cohort that somebody could join, and what that would mean for their statutory clock.
    StartChoice(joining: Joining, loads);

    /// The cohort's id.
    cohort_id: ID => joining.cohort.id.into();
    /// Its name, such as "2025 autumn".
    cohort_name: &str => &joining.cohort.name;
    /// The clock with it: its `startsOn` is the cohort's first day.
    clock: StatutoryClock => joining.outlook.into();
    /// By how many days the award would come later than it would now.
    days_later: i32 => int(joining.later.days);
    /// The deadline would be kept now, and missed with this cohort.
    misses_deadline: bool => joining.later.misses;
}
