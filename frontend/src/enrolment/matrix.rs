//! Which task shows which outcome: a table of tasks and outcomes, and below it what is covered so far.

use leptos::prelude::*;

use super::one::TaskOutcomes;
use super::progress::{grid, level};
use super::queries::OutcomeProgress;
use crate::task::TaskState;
use crate::ui::picture::{self, Level};

pub fn matrix(tasks: &[TaskOutcomes], outcomes: &[OutcomeProgress]) -> AnyView {
    let heads: Vec<AnyView> = outcomes
        .iter()
        .map(|one| {
            let (code, title) = (one.outcome.code.clone(), one.outcome.title.clone());
            view! { <th scope="col"><abbr title=title>{code}</abbr></th> }.into_any()
        })
        .collect();
    let rows: Vec<AnyView> = tasks.iter().map(|task| row(task, outcomes)).collect();
    let sums: Vec<AnyView> = outcomes
        .iter()
        .map(|one| view! { <td>{picture::coverage(level(one.coverage))}</td> }.into_any())
        .collect();
    view! {
        <div class="portal-scroll" tabindex="0" role="region" aria-label="Tasks and outcomes">
            <table class="portal-matrix">
                <caption class="govuk-visually-hidden">"Which task shows which outcome"</caption>
                <thead><tr><th scope="col">"Task"</th>{heads}</tr></thead>
                <tbody>{rows}<tr><th scope="row"><strong>"Covered"</strong></th>{sums}</tr></tbody>
            </table>
        </div>
        <h3 class="govuk-heading-s">"Covered so far"</h3>
        {grid(outcomes)}
    }
    .into_any()
}

fn row(task: &TaskOutcomes, outcomes: &[OutcomeProgress]) -> AnyView {
    let cells: Vec<AnyView> = outcomes
        .iter()
        .map(|one| {
            let shows = task.outcomes.iter().any(|shown| shown.id == one.outcome.id);
            view! { <td>{shows.then(|| picture::coverage(shown_by(task.state)))}</td> }.into_any()
        })
        .collect();
    view! { <tr><th scope="row">{task.title.clone()}</th>{cells}</tr> }.into_any()
}

/// An outcome counts once the task is approved.
fn shown_by(state: TaskState) -> Level {
    match state {
        TaskState::Approved => Level::Met,
        TaskState::Submitted => Level::Partial,
        _ => Level::None,
    }
}
