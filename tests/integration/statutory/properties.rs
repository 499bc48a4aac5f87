//! What holds for every day and every award.

use chrono::{Datelike, Days, Months, NaiveDate};
use entity::award::Limits;
use proptest::prelude::*;
use serde_json::json;
use server::clock::london_day;
use server::statutory::{Clock, Outlook, Risk, deadline, latest_start};

fn day() -> impl Strategy<Value = NaiveDate> {
    // 1990 to 2060, with more than their share of days around the ends of February.
    let any = (0..25_900_u64).prop_map(|days| first() + Days::new(days));
    let february = (1990..2060_i32, -3..4_i64).prop_map(|(year, days)| {
        let march = NaiveDate::from_ymd_opt(year, 3, 1).expect("a day");
        march + chrono::Duration::days(days)
    });
    prop_oneof![3 => any, 1 => february]
}

fn first() -> NaiveDate {
    NaiveDate::from_ymd_opt(1990, 1, 1).expect("a day")
}

prop_compose! {
    fn limits()(
        programme_terms in 1..9_u32,
        award_weeks in 0..40_u32,
        slack_days in 0..200_u32,
        award_months in proptest::option::of(1..40_u32),
        complete_before in proptest::option::of(day()),
    ) -> Limits {
        let mut limits: Limits = serde_json::from_value(json!({
            "taught_days": 6, "release_days": 10, "assignment_months": 15, "programme_terms": programme_terms,
            "link_days": 21, "undo_minutes": 10, "mentor_reminder_days": [], "participant_notice_days": [],
            "award_weeks": award_weeks, "slack_days": slack_days,
        })).expect("limits");
        limits.award_months = award_months;
        limits.complete_before = complete_before;
        limits
    }
}

/// The day on which who begins on this day usually holds the award.
fn held(start: NaiveDate, limits: &Limits) -> NaiveDate {
    match limits.award_months {
        Some(months) => start + Months::new(months),
        None => {
            let weeks = u64::from(limits.award_weeks);
            start + Months::new(4 * limits.programme_terms) + Days::new(7 * weeks)
        }
    }
}

proptest! {
    #[test]
    fn the_deadline_is_the_anniversary_or_the_day_before_in_leap_years(appointed in day()) {
        let mut limits: Limits = serde_json::from_value(json!({
            "taught_days": 6, "release_days": 10, "assignment_months": 15, "programme_terms": 5, "link_days": 21,
            "undo_minutes": 10, "mentor_reminder_days": [], "participant_notice_days": [],
        })).expect("limits");
        let caught = appointed > limits.caught_after;
        let told = deadline(appointed, &limits);
        prop_assert_eq!(told.is_some(), caught);
        if let Some(told) = told {
            let leap = appointed.month() == 2 && appointed.day() == 29;
            prop_assert_eq!(told.year(), appointed.year() + 3);
            prop_assert_eq!(told.month(), appointed.month());
            prop_assert_eq!(told.day(), appointed.day() - u32::from(leap));
            limits.complete_before = Some(told);
            prop_assert_eq!(deadline(appointed, &limits), told.pred_opt());
            limits.complete_before = told.succ_opt();
            prop_assert_eq!(deadline(appointed, &limits), Some(told));
        }
    }

    #[test]
    fn the_latest_safe_start_is_safe_and_the_day_after_is_not(by in day(), limits in limits()) {
        let start = latest_start(by, &limits).expect("a day");
        prop_assert!(held(start, &limits) <= by, "{start}");
        prop_assert!(held(start + Days::new(1), &limits) > by, "{start}");
    }

    #[test]
    fn a_colour_says_what_the_days_say(
        appointed in day(), ends in day(), today in day(), limits in limits(),
    ) {
        let clock = Clock::reckon(Some(appointed), ends, &limits, today);
        prop_assert!(clock.forecast >= today && clock.forecast >= ends);
        match (clock.deadline, clock.slack(), clock.risk()) {
            (None, None, None) => prop_assert!(appointed <= limits.caught_after),
            (Some(by), Some(slack), Some(colour)) => {
                prop_assert_eq!(clock.forecast + chrono::Duration::days(slack), by);
                prop_assert_eq!(colour == Risk::Red, clock.forecast > by);
                prop_assert_eq!(colour == Risk::Green, slack >= i64::from(limits.slack_days));
            }
            other => prop_assert!(false, "{other:?}"),
        }
    }

    #[test]
    fn a_later_end_never_helps(
        appointed in day(), ends in day(), more in 0..1000_u64, today in day(), limits in limits(),
    ) {
        let outlook = |ends| Outlook::reckon(Some(appointed), (today, ends), &limits, today);
        let (now, then) = (outlook(ends), outlook(ends + Days::new(more)));
        let later = now.later(&then);
        prop_assert!(later.days >= 0);
        prop_assert!(then.clock.slack() <= now.clock.slack());
        prop_assert_eq!(now.latest_start, then.latest_start);
        let (before, after) = (now.clock.risk(), then.clock.risk());
        prop_assert_eq!(later.misses, before != Some(Risk::Red) && after == Some(Risk::Red));
    }
}

#[test]
fn the_npq_is_begun_within_fourteen_months_at_the_latest() {
    let npq = crate::eligibility::cases::award("NPQ").limits;
    for (appointed, latest) in [
        ("2025-09-01", "2026-11-01"),
        ("2024-02-29", "2025-04-30"),
        ("2024-12-31", "2026-02-28"),
    ] {
        let by = deadline(appointed.parse().expect("a day"), &npq).expect("caught");
        assert_eq!(
            latest_start(by, &npq),
            latest.parse().ok(),
            "{appointed}: {by}"
        );
    }
}

#[test]
fn today_is_londons() {
    let npq = crate::eligibility::cases::award("NPQ").limits;
    let ends = "2020-01-01".parse().expect("a day");
    // Half past eleven at night in UTC is the next day in London's summer, and not in its winter.
    for (moment, today) in [
        ("2026-06-30T23:30:00Z", "2026-07-01"),
        ("2026-12-30T23:30:00Z", "2026-12-30"),
    ] {
        let now = moment.parse().expect("a moment");
        let clock = Clock::reckon(None, ends, &npq, london_day(now));
        assert_eq!(clock.forecast.to_string(), today);
    }
}
