//! Dates and times as people in the United Kingdom say them.

use js_sys::{Date, Object, Reflect};
use leptos::prelude::*;
use wasm_bindgen::JsValue;

use crate::api::{Day, Moment};

const DAY_MS: f64 = 86_400_000.0;

/// Friday 5 December 2025
pub fn day_words(day: &Day) -> String {
    format(
        &Date::new(&JsValue::from_str(&day.0)),
        "UTC",
        &[
            ("weekday", "long"),
            ("day", "numeric"),
            ("month", "long"),
            ("year", "numeric"),
        ],
    )
}

/// 5 December 2025
pub fn short_day(day: &Day) -> String {
    format(
        &Date::new(&JsValue::from_str(&day.0)),
        "UTC",
        &[("day", "numeric"), ("month", "long"), ("year", "numeric")],
    )
}

/// 5 December 2025 at 14:03
pub fn moment_words(moment: &Moment) -> String {
    let date = date_of(moment);
    format!(
        "{} at {}",
        london(
            &date,
            &[("day", "numeric"), ("month", "long"), ("year", "numeric")]
        ),
        clock(&date)
    )
}

/// 5 Dec 2025, with the day of the week behind it.
pub fn shortest_day(day: &Day) -> AnyView {
    let words = format(&Date::new(&JsValue::from_str(&day.0)), "UTC", &SHORTEST);
    view! { <time class="portal-unbroken" datetime=day.0.clone() title=day_words(day)>{words}</time> }
        .into_any()
}

/// 5 Dec 2025, 14:03
pub fn short_moment(moment: &Moment) -> AnyView {
    let date = date_of(moment);
    let words = format!("{}, {}", london(&date, &SHORTEST), clock(&date));
    view! { <time class="portal-unbroken" datetime=moment.0.clone()>{words}</time> }.into_any()
}

const SHORTEST: [(&str, &str); 3] = [("day", "numeric"), ("month", "short"), ("year", "numeric")];

/// 14:03, now
pub fn clock_now() -> String {
    clock(&Date::new_0())
}

/// "3 days ago", with the exact time behind it.
pub fn ago(moment: &Moment) -> AnyView {
    let words = relative(
        -days_between(&london_day(&date_of(moment)), &today()),
        &date_of(moment),
    );
    view! { <time datetime=moment.0.clone() title=moment_words(moment)>{words}</time> }.into_any()
}

/// For how long something has been so: "12 days", with the exact time behind it.
pub fn lasting(since: &Moment) -> AnyView {
    let words = match days_between(&london_day(&date_of(since)), &today()) {
        ..=0 => "since today".into(),
        days => count(days, "day", "days"),
    };
    view! { <time datetime=since.0.clone() title=moment_words(since)>{words}</time> }.into_any()
}

/// "5 December 2025 at 14:03 (3 days ago)"
pub fn exact(moment: &Moment) -> AnyView {
    view! { <time datetime=moment.0.clone()>{moment_words(moment)}</time> " (" {ago(moment)} ")" }
        .into_any()
}

/// "in 3 weeks", or "12 days overdue" when the server says that it is.
pub fn due(day: &Day, overdue: bool) -> AnyView {
    let days = days_between(&today(), day);
    let words = match days {
        _ if overdue => format!("{} overdue", length((-days).max(1))),
        0 => "today".into(),
        1 => "tomorrow".into(),
        days if days < 0 => format!("on {}", short_day(day)),
        days => format!("in {}", length(days)),
    };
    view! { <time datetime=day.0.clone() title=day_words(day)>{words}</time> }.into_any()
}

pub fn day(day: &Day) -> AnyView {
    view! { <time datetime=day.0.clone() title=day_words(day)>{short_day(day)}</time> }.into_any()
}

/// 5 Dec
pub fn day_and_month(day: &Day) -> String {
    format(
        &Date::new(&JsValue::from_str(&day.0)),
        "UTC",
        &SHORTEST[..2],
    )
}

/// The day in the United Kingdom.
pub fn day_of(moment: &Moment) -> Day {
    london_day(&date_of(moment))
}

/// Whether this is a day in the calendar, written as one.
pub fn is_day(day: &Day) -> bool {
    day.0.len() == 10 && !Date::parse(&day.0).is_nan()
}

pub fn is_future(moment: &Moment) -> bool {
    date_of(moment).get_time() > Date::now()
}

pub fn today() -> Day {
    london_day(&Date::new_0())
}

pub fn count(number: i32, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

/// A number with its thousands apart: 12,345.6
pub fn number(number: f64) -> String {
    js_sys::Number::from(number)
        .to_locale_string("en-GB")
        .into()
}

/// Of a file, as people say it.
pub fn size(octets: f64) -> String {
    match octets {
        ..1_000_000.0 => format!("{} KB", number((octets / 1000.0).ceil())),
        _ => format!("{} MB", number((octets / 100_000.0).round() / 10.0)),
    }
}

fn relative(days: i32, date: &Date) -> String {
    match -days {
        0 => format!("today at {}", clock(date)),
        1 => "yesterday".into(),
        past if past > 0 => format!("{} ago", length(past)),
        future => format!("in {}", length(-future)),
    }
}

/// Days up to two weeks, then weeks, then months.
fn length(days: i32) -> String {
    match days {
        ..=13 => count(days, "day", "days"),
        14..=62 => count(days / 7, "week", "weeks"),
        63..=729 => count(days * 12 / 365, "month", "months"),
        _ => count(days / 365, "year", "years"),
    }
}

pub fn days_between(from: &Day, to: &Day) -> i32 {
    let at = |day: &Day| Date::parse(&day.0) / DAY_MS;
    (at(to) - at(from)).round() as i32
}

fn london_day(date: &Date) -> Day {
    // Swedish writes dates as ISO 8601 does.
    let options = options("Europe/London", &[]);
    Day(date.to_locale_date_string("sv-SE", &options).into())
}

fn clock(date: &Date) -> String {
    london(date, &[("hour", "2-digit"), ("minute", "2-digit")])
}

fn london(date: &Date, parts: &[(&str, &str)]) -> String {
    format(date, "Europe/London", parts)
}

fn format(date: &Date, zone: &str, parts: &[(&str, &str)]) -> String {
    let words: String = date.to_locale_string("en-GB", &options(zone, parts)).into();
    // Browsers differ about a comma after the weekday.
    words.replace(',', "")
}

fn options(zone: &str, parts: &[(&str, &str)]) -> JsValue {
    let options = Object::new();
    for (name, value) in parts.iter().chain(&[("timeZone", zone)]) {
        let _ = Reflect::set(
            &options,
            &JsValue::from_str(name),
            &JsValue::from_str(value),
        );
    }
    options.into()
}

fn date_of(moment: &Moment) -> Date {
    Date::new(&JsValue::from_str(&moment.0))
}

/// When a day begins in the United Kingdom: an hour earlier than UTC's in summer.
pub fn start_of(day: &Day) -> Moment {
    let midnight = Date::new(&JsValue::from_str(&format!("{}T00:00:00Z", day.0)));
    let summer = clock(&midnight).starts_with("01");
    Moment(format!("{}T00:00:00+0{}:00", day.0, i32::from(summer)))
}

pub fn days_ago(days: i32) -> Moment {
    let then = Date::new(&JsValue::from_f64(Date::now() - f64::from(days) * DAY_MS));
    Moment(then.to_iso_string().into())
}

/// The same day next year.
pub fn in_a_year() -> Day {
    let then = Date::new_0();
    then.set_full_year(then.get_full_year() + 1);
    london_day(&then)
}

pub fn next_day(day: &Day) -> Day {
    let next = Date::new(&JsValue::from_f64(Date::parse(&day.0) + DAY_MS));
    Day(String::from(next.to_iso_string())
        .chars()
        .take(10)
        .collect())
}
