//! How far somebody is: the tasks as a bar, the outcomes as a grid of squares by section.

use leptos::prelude::*;

use super::Coverage;
use super::queries::{OutcomeProgress, Progress};
use crate::ui::picture::{self, Level};

pub fn panel(progress: &Progress) -> AnyView {
    let met = progress
        .outcomes
        .iter()
        .filter(|one| one.coverage == Coverage::Met)
        .count();
    view! {
        <h2 class="govuk-heading-m">"How far you are"</h2>
        {counts(progress)}
        <h3 class="govuk-heading-s">{format!("Outcomes: {met} of {} covered", progress.outcomes.len())}</h3>
        {grid(&progress.outcomes)}
        {help()}
    }
    .into_any()
}

pub fn counts(progress: &Progress) -> AnyView {
    let counts = [
        (progress.approved, "approved"),
        (progress.waiting, "waiting"),
        (progress.returned, "returned"),
        (progress.drafts, "in draft"),
        (progress.not_started, "not started"),
        (progress.waived, "waived"),
        (progress.overdue, "overdue"),
    ];
    let words: Vec<String> = counts
        .iter()
        .filter(|(number, _)| *number > 0)
        .map(|(number, words)| format!("{number} {words}"))
        .collect();
    view! {
        <p class="govuk-body portal-wide-bar">{picture::bar(progress.approved, progress.waiting, progress.total)}</p>
        <p class="govuk-body">{format!("Of {} tasks: {}.", progress.total, words.join(", "))}</p>
    }
    .into_any()
}

/// A list, so that it reads as one; drawn as a grid.
pub fn grid(outcomes: &[OutcomeProgress]) -> AnyView {
    let mut sections: Vec<&str> = outcomes
        .iter()
        .map(|one| one.outcome.section.as_str())
        .collect();
    sections.dedup();
    let sections: Vec<AnyView> = sections
        .into_iter()
        .map(|section| row(section, outcomes))
        .collect();
    view! { <div class="portal-outcomes">{sections}</div> }.into_any()
}

fn row(section: &str, outcomes: &[OutcomeProgress]) -> AnyView {
    let squares: Vec<AnyView> = outcomes
        .iter()
        .filter(|one| one.outcome.section == section)
        .map(square)
        .collect();
    view! {
        <div class="portal-outcomes__section">
            <h4 class="portal-outcomes__name">{section.to_string()}</h4>
            <ul class="portal-outcomes__list">{squares}</ul>
        </div>
    }
    .into_any()
}

fn square(one: &OutcomeProgress) -> AnyView {
    let by = if one.by.is_empty() {
        String::new()
    } else {
        format!(" by {}", one.by.join(", "))
    };
    view! {
        <li class="portal-outcomes__item">
            {picture::coverage(level(one.coverage))}
            <span><strong>{one.outcome.code.clone()}</strong> " " {one.outcome.title.clone()}<span class="portal-outcomes__by">{by}</span></span>
        </li>
    }
    .into_any()
}

pub fn level(coverage: Coverage) -> Level {
    match coverage {
        Coverage::None => Level::None,
        Coverage::Partial => Level::Partial,
        Coverage::Met => Level::Met,
    }
}

fn help() -> AnyView {
    view! {
        <details class="govuk-details portal-no-print">
            <summary class="govuk-details__summary"><span class="govuk-details__summary-text">"What do the squares mean?"</span></summary>
            <div class="govuk-details__text">
                "A tick: a task that your mentor approved covers the outcome. A dash: partly, for example a task that still waits. An empty square: not yet."
            </div>
        </details>
    }
    .into_any()
}
