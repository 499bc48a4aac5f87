//! The clock in words, with its picture, and what a later start would mean.

use leptos::prelude::*;

use super::{Clock, ClockColour, StartChoice, picture};
use crate::api::Day;
use crate::ui::table::{plain, table, words};
use crate::ui::tag::tag;
use crate::ui::{state, summary, when};

/// The picture, what it says in a sentence, and its days.
pub fn panel(clock: &Clock) -> AnyView {
    let mut rows = Vec::new();
    let mut row = |name: &str, day: Option<&Day>| {
        if let Some(day) = day {
            rows.push(summary::row(name, when::day(day)));
        }
    };
    row("Became SENCO", clock.appointed_on.as_ref());
    row("Programme starts", Some(&clock.starts_on));
    row("Award likely", Some(&clock.forecast_award_on));
    row("Must be held by", clock.deadline.as_ref());
    row("Latest safe start", clock.latest_safe_start.as_ref());
    let colour = clock.colour.map(|colour| {
        let (words, look, _) = colour.told();
        view! { {tag(words, look)} " " }.into_any()
    });
    view! {
        <div class="portal-clock">
            <p class="govuk-body">{colour} {sentence(clock)}</p>
            {picture::picture(clock, &sentence(clock))}
            {summary::list(rows)}
            {help()}
        </div>
    }
    .into_any()
}

/// When the award is likely, against the last day.
pub fn sentence(clock: &Clock) -> String {
    let forecast = when::short_day(&clock.forecast_award_on);
    let (Some(slack), Some(deadline)) = (clock.slack_days, &clock.deadline) else {
        return format!(
            "The award is likely on {forecast}. The law does not ask for it by a certain day."
        );
    };
    let days = when::count(slack.abs(), "day", "days");
    let deadline = when::short_day(deadline);
    match slack {
        ..0 => {
            format!("The award is likely on {forecast}, {days} after the last day, {deadline}.")
        }
        0 => format!("The award is likely on the last day itself, {deadline}."),
        _ => format!("The award is likely on {forecast}, {days} before the last day, {deadline}."),
    }
}

fn help() -> AnyView {
    view! {
        <details class="govuk-details portal-no-print">
            <summary class="govuk-details__summary"><span class="govuk-details__summary-text">"How are these days worked out?"</span></summary>
            <div class="govuk-details__text">
                <p>"A SENCO must hold the award by the third anniversary of the day on which they became SENCO, or by the last day on which a closing award counts, if that is earlier."</p>
                <p>"The likely day is the last day of the programme and some weeks for marking and the examination board. “Close” means that one missed board could make it too late."</p>
                <p>"The latest safe start is the last day on which somebody can start and usually still be in time."</p>
            </div>
        </details>
    }
    .into_any()
}

/// What each later start would mean.
pub fn deferrals(choices: &[StartChoice]) -> AnyView {
    if choices.is_empty() {
        return state::empty("No later cohort is planned yet.");
    }
    let columns = [
        plain("Cohort"),
        plain("Starts"),
        plain("Award likely"),
        plain("Later by"),
        plain("In time?"),
    ];
    let rows = choices.iter().map(|one| {
        vec![
            words(one.cohort_name.clone()),
            when::day(&one.clock.starts_on),
            when::day(&one.clock.forecast_award_on),
            words(when::count(one.days_later, "day", "days")),
            judged(one),
        ]
    });
    table("Later cohorts", &columns, rows.collect())
}

/// The same in words.
pub fn verdict(one: &StartChoice) -> &'static str {
    match one.clock.colour {
        None => "No deadline",
        Some(ClockColour::Red) if one.misses_deadline => "Too late: the deadline would be missed",
        Some(colour) => colour.told().0,
    }
}

fn judged(one: &StartChoice) -> AnyView {
    match one.clock.colour {
        None => words("No deadline"),
        Some(ClockColour::Red) if one.misses_deadline => {
            view! { {tag("Too late", "red")} " The deadline would be missed." }.into_any()
        }
        Some(colour) => {
            let (words, look, _) = colour.told();
            tag(words, look)
        }
    }
}
