//! What a token used, day by day.

use leptos::prelude::*;

use super::queries::DayOfUse;
use crate::ui::table::{Cells, Column, plain, table, words};
use crate::ui::{picture, when};

const COLUMNS: [Column; 4] = [
    plain("Day"),
    plain("Requests"),
    plain("Points"),
    plain("Turned away"),
];

pub fn panel(days: Vec<DayOfUse>, points_per_hour: i32) -> AnyView {
    let most = days.iter().map(|day| day.cost).max().unwrap_or(0);
    let body = match days.is_empty() {
        true => {
            view! { <p class="govuk-body">"It was not used in the last 30 days."</p> }.into_any()
        }
        false => {
            let rows = days.into_iter().map(|day| row(day, most)).collect();
            table("Use in the last 30 days", &COLUMNS, rows)
        }
    };
    view! {
        <h2 class="govuk-heading-m">"Use in the last 30 days"</h2>
        <p class="govuk-body">{format!("It has {points_per_hour} points an hour. A point is one object that an answer could hold, such as a row of a report. When they are used up, requests are turned away until the hour is over.")}</p>
        {body}
    }
    .into_any()
}

fn row(day: DayOfUse, most: i32) -> Cells {
    vec![
        when::day(&day.day),
        words(day.requests.to_string()),
        view! { {day.cost} " " {picture::length(day.cost, most)} }.into_any(),
        words(day.refused.to_string()),
    ]
}
