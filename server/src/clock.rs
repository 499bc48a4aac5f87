//! The one source of time. Tests move it; nothing else asks the machine.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use chrono::{
    DateTime, Datelike, Days, Duration, NaiveDate, NaiveTime, TimeZone, Timelike, Utc, Weekday,
};
use chrono_tz::Europe::London;

/// A clock that runs with the machine's, shifted by an offset that tests set.
#[derive(Clone, Debug, Default)]
pub struct Clock {
    /// Microseconds to add to the machine's time.
    offset: Arc<AtomicI64>,
}

impl Clock {
    /// The time in UTC, cut to microseconds, which is what PostgreSQL keeps.
    pub fn now(&self) -> DateTime<Utc> {
        let micros = Utc::now()
            .timestamp_micros()
            .saturating_add(self.offset.load(Ordering::Relaxed));
        DateTime::from_timestamp_micros(micros).unwrap_or_default()
    }

    /// Moves the clock on by `by`.
    pub fn advance(&self, by: Duration) {
        self.offset
            .fetch_add(by.num_microseconds().unwrap_or(i64::MAX), Ordering::Relaxed);
    }

    /// Moves the clock so that it is `at` now.
    pub fn set(&self, at: DateTime<Utc>) {
        self.offset.store(
            (at - Utc::now()).num_microseconds().unwrap_or(0),
            Ordering::Relaxed,
        );
    }
}

/// The day in London at that moment: deadlines are reckoned there.
pub fn london_day(at: DateTime<Utc>) -> NaiveDate {
    at.with_timezone(&London).date_naive()
}

/// Whether something in a teacher's life can have been on this day: from 1960 on and not in the future, as the programme has
/// it for appointments.
pub fn can_have_been(day: NaiveDate, today: NaiveDate) -> bool {
    day.year() >= 1960 && day <= today
}

/// The moment at which it is `time` in London on `day`; a time that the change of clocks skips becomes the hour after.
pub fn london_moment(day: NaiveDate, time: NaiveTime) -> DateTime<Utc> {
    let naive = day.and_time(time);
    London
        .from_local_datetime(&naive)
        .earliest()
        .or_else(|| {
            London
                .from_local_datetime(&(naive + Duration::hours(1)))
                .earliest()
        })
        .map_or_else(|| naive.and_utc(), |there| there.with_timezone(&Utc))
}

/// The time in London at that moment.
pub fn london_time(at: DateTime<Utc>) -> NaiveTime {
    at.with_timezone(&London).time()
}

/// Full days in London between two moments, as a person counts them.
pub fn days_between(from: DateTime<Utc>, to: DateTime<Utc>) -> i64 {
    (london_day(to) - london_day(from)).num_days()
}

/// When the day began in London that is so many days before `today`, or after it where they are fewer than none; about five
/// hundred years on either side are as far as it goes. Clocks there are never turned at midnight.
pub fn day_began(today: NaiveDate, days_ago: i64) -> DateTime<Utc> {
    const MOST: i64 = 200_000;
    let ago = Duration::days(days_ago.clamp(-MOST, MOST));
    london_moment(today - ago, NaiveTime::MIN)
}

/// The first moment from `at` on when an unasked-for letter may go: 07:00 to 19:00 in London, never on a Sunday, and in
/// school only within `terms` (first and last day of each). Without terms every week is a school week.
pub fn considerate(at: DateTime<Utc>, terms: &[(NaiveDate, NaiveDate)]) -> DateTime<Utc> {
    let mut day = london_day(at);
    let hour = at.with_timezone(&London).hour();
    if hour >= 19 {
        day = day + Days::new(1);
    }
    // Two years of days is more than any gap between terms; past the last known term letters go as usual.
    for _ in 0..732 {
        if day.weekday() != Weekday::Sun && in_term(day, terms) {
            break;
        }
        day = day + Days::new(1);
    }
    let opens = london_moment(day, NaiveTime::from_hms_opt(7, 0, 0).unwrap_or_default());
    at.max(opens)
}

fn in_term(day: NaiveDate, terms: &[(NaiveDate, NaiveDate)]) -> bool {
    terms.iter().all(|(_, last)| *last < day)
        || terms
            .iter()
            .any(|(first, last)| (*first..=*last).contains(&day))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().expect("a moment")
    }

    #[test]
    fn days_are_londons() {
        assert_eq!(
            london_day(at("2026-06-30T23:30:00Z")).to_string(),
            "2026-07-01"
        );
        assert_eq!(
            days_between(at("2026-10-24T12:00:00Z"), at("2026-10-26T12:00:00Z")),
            2
        );
    }

    #[test]
    fn a_skipped_hour_is_the_hour_after() {
        let half_past_one = NaiveTime::from_hms_opt(1, 30, 0).expect("a time");
        let day = NaiveDate::from_ymd_opt(2026, 3, 29).expect("a day");
        assert_eq!(
            london_moment(day, half_past_one),
            at("2026-03-29T01:30:00Z")
        );
    }

    #[test]
    fn letters_wait_for_day_week_and_term() {
        let day = |m, d| NaiveDate::from_ymd_opt(2026, m, d).expect("a day");
        let terms = [(day(1, 5), day(3, 27)), (day(4, 13), day(7, 17))];
        assert_eq!(
            considerate(at("2026-03-03T12:00:00Z"), &terms),
            at("2026-03-03T12:00:00Z")
        );
        assert_eq!(
            considerate(at("2026-03-03T22:00:00Z"), &terms),
            at("2026-03-04T07:00:00Z")
        );
        assert_eq!(
            considerate(at("2026-03-01T12:00:00Z"), &terms),
            at("2026-03-02T07:00:00Z")
        );
        assert_eq!(
            considerate(at("2026-03-30T12:00:00Z"), &terms),
            at("2026-04-13T06:00:00Z")
        );
        assert_eq!(
            considerate(at("2026-08-05T12:00:00Z"), &terms),
            at("2026-08-05T12:00:00Z")
        );
    }
}
