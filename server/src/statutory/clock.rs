//! One clock: by when, when, and how many days between.

use chrono::{Days, Months, NaiveDate};
use entity::award::Limits;

/// How likely it is that the deadline is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Risk {
    /// The forecast is after the deadline.
    Red,
    /// The forecast keeps the deadline with fewer days to spare than the award asks for.
    Amber,
    Green,
}

/// The last day on which the award keeps the rule, for who was appointed on this day; none for who is not caught by it.
pub fn deadline(appointed_on: NaiveDate, limits: &Limits) -> Option<NaiveDate> {
    if appointed_on <= limits.caught_after {
        return None;
    }
    let anniversary = appointed_on.checked_add_months(Months::new(limits.statutory_months))?;
    let closes = limits.complete_before.and_then(|day| day.pred_opt());
    Some(closes.map_or(anniversary, |closes| anniversary.min(closes)))
}

/// From the last day of the programme until the award is held: marking, and the board.
pub(super) fn allowance(limits: &Limits) -> Days {
    Days::new(7 * u64::from(limits.award_weeks))
}

/// One person's clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clock {
    /// The last day on which the award keeps the rule; none for who is not caught by it.
    pub deadline: Option<NaiveDate>,
    /// When the award is likely to be held.
    pub forecast: NaiveDate,
    slack_days: u32,
}

impl Clock {
    /// Reckons from the appointment, the last day of the programme, and today in London.
    pub fn reckon(
        appointed_on: Option<NaiveDate>,
        ends_on: NaiveDate,
        limits: &Limits,
        today: NaiveDate,
    ) -> Self {
        let forecast = ends_on.checked_add_days(allowance(limits));
        let forecast = forecast.unwrap_or(ends_on);
        Self {
            deadline: appointed_on.and_then(|day| deadline(day, limits)),
            // What is not held yet cannot have been gained in the past.
            forecast: forecast.max(today),
            slack_days: limits.slack_days,
        }
    }

    /// Days from the forecast to the deadline; fewer than none where it comes too late.
    pub fn slack(&self) -> Option<i64> {
        self.deadline.map(|day| (day - self.forecast).num_days())
    }

    pub fn risk(&self) -> Option<Risk> {
        self.slack().map(|slack| match slack {
            ..0 => Risk::Red,
            _ if slack < i64::from(self.slack_days) => Risk::Amber,
            _ => Risk::Green,
        })
    }
}

impl Risk {
    /// As files write it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Red => "red",
            Self::Amber => "amber",
            Self::Green => "green",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    fn limits(complete_before: Option<&str>) -> Limits {
        let mut limits: Limits = serde_json::from_value(serde_json::json!({
            "taught_days": 6, "release_days": 10, "assignment_months": 15, "programme_terms": 5, "link_days": 21,
            "undo_minutes": 10, "mentor_reminder_days": [], "participant_notice_days": [],
        }))
        .expect("limits");
        limits.complete_before = complete_before.map(day);
        limits
    }

    fn clock(appointed: &str, ends: &str) -> Clock {
        Clock::reckon(
            Some(day(appointed)),
            day(ends),
            &limits(None),
            day("2020-01-01"),
        )
    }

    #[test]
    fn the_third_anniversary_is_the_last_day() {
        let deadline = |appointed| clock(appointed, "2025-07-01").deadline;
        assert_eq!(deadline("2023-09-01"), Some(day("2026-09-01")));
        assert_eq!(deadline("2024-02-29"), Some(day("2027-02-28")));
        assert_eq!(deadline("2009-09-01"), None, "not caught");
        assert_eq!(deadline("2009-09-02"), Some(day("2012-09-02")));
    }

    #[test]
    fn a_closing_award_closes_the_clock() {
        let closing = limits(Some("2027-09-01"));
        let deadline = |appointed| {
            Clock::reckon(
                Some(day(appointed)),
                day("2027-01-01"),
                &closing,
                day("2026-01-01"),
            )
            .deadline
        };
        assert_eq!(deadline("2025-05-01"), Some(day("2027-08-31")));
        assert_eq!(deadline("2024-05-01"), Some(day("2027-05-01")));
    }

    #[test]
    fn slack_has_three_colours() {
        // Twelve weeks after the programme's end: 23 September 2025.
        let at = |appointed| {
            let clock = clock(appointed, "2025-07-01");
            (clock.slack(), clock.risk())
        };
        assert_eq!(at("2022-09-22"), (Some(-1), Some(Risk::Red)));
        assert_eq!(at("2022-09-23"), (Some(0), Some(Risk::Amber)));
        assert_eq!(at("2022-12-21"), (Some(89), Some(Risk::Amber)));
        assert_eq!(at("2022-12-22"), (Some(90), Some(Risk::Green)));
    }

    #[test]
    fn who_is_late_is_forecast_for_today_at_best() {
        let clock = Clock::reckon(None, day("2020-01-01"), &limits(None), day("2026-06-01"));
        assert_eq!(clock.forecast, day("2026-06-01"));
        assert_eq!((clock.slack(), clock.risk()), (None, None));
    }
}
