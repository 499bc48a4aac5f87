//! The statutory clock: by when the law asks a SENCO for the award, and when they are likely to hold it.

mod panel;
mod picture;

pub use panel::{deferrals, panel, sentence, verdict};

use crate::api::{Day, schema};

#[derive(cynic::Enum, Clone, Copy, Debug, PartialEq)]
pub enum ClockColour {
    Red,
    Amber,
    Green,
}
reads_word!(ClockColour);

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "StatutoryClock")]
pub struct Clock {
    pub appointed_on: Option<Day>,
    pub starts_on: Day,
    pub deadline: Option<Day>,
    pub forecast_award_on: Day,
    pub slack_days: Option<i32>,
    pub colour: Option<ClockColour>,
    pub latest_safe_start: Option<Day>,
    pub today: Day,
}
reads!(Clock {
    appointed_on,
    starts_on,
    deadline,
    forecast_award_on,
    slack_days,
    colour,
    latest_safe_start,
    today
});

#[derive(cynic::QueryFragment, Clone, Debug)]
pub struct StartChoice {
    pub cohort_id: cynic::Id,
    pub cohort_name: String,
    pub clock: Clock,
    pub days_later: i32,
    pub misses_deadline: bool,
}
reads!(StartChoice {
    cohort_id,
    cohort_name,
    clock,
    days_later,
    misses_deadline
});

impl StartChoice {
    /// The award would come after the last day that the law allows.
    pub fn is_late(&self) -> bool {
        self.clock.colour == Some(ClockColour::Red)
    }
}

impl ClockColour {
    /// In words, the colour of its tag, and the look of its part of the picture.
    fn told(self) -> (&'static str, &'static str, &'static str) {
        match self {
            ClockColour::Red => ("Too late", "red", "bad"),
            ClockColour::Amber => ("Close", "yellow", "wait"),
            ClockColour::Green => ("In time", "green", "good"),
        }
    }
}
