//! Reading it: what the applicant says of each outcome, and what the school says to it.

use leptos::prelude::*;

use super::queries::{NeedsAnalysis, Outcome, OutcomeNeed};
use super::{PAGE, is_needed, said_of};
use crate::application::answers::said;
use crate::application::queries::Application;
use crate::application::words::NeedsAnalysisState;
use crate::ui::form::Form;
use crate::ui::table::{Cells, plain, table, words};
use crate::ui::{errors, summary, when};

/// With a form, it can be changed and has what is wrong with it beside it.
pub fn shown(application: &Application, form: Option<Form>) -> AnyView {
    if !is_needed(&|name| said(application, name)) {
        return ().into_any();
    }
    let analysis = application.needs_analysis.as_ref();
    let state = analysis.map_or(NeedsAnalysisState::InProgress, |found| found.state);
    let begun = analysis.filter(|found| !found.outcomes.is_empty());
    let row = match form {
        None => summary::row("Where it stands", state.words()),
        Some(form) => {
            let wrong = errors::beside(form.field(PAGE));
            let so_far = match begun {
                None => "Not answered yet".to_string(),
                Some(found) => format!(
                    "{} of {} outcomes answered",
                    found.outcomes.len(),
                    application.cohort.award.outcomes.len()
                ),
            };
            let value = view! { {wrong} {so_far} }.into_any();
            summary::row("Learning outcomes", value).change(application.page(PAGE), PAGE)
        }
    };
    let mut rows = vec![row];
    let plan = analysis.and_then(|found| found.plan.clone());
    rows.extend(plan.map(|plan| summary::row("How the others are met", plan)));
    let decided = analysis.and_then(|found| found.accepted_at.as_ref());
    rows.extend(decided.map(|at| summary::row("Decided", when::exact(at))));
    view! {
        <h2 class="govuk-heading-m">"Needs analysis"</h2>
        {summary::list(rows)}
        {begun.map(|found| outcomes(application, found))}
    }
    .into_any()
}

fn outcomes(application: &Application, analysis: &NeedsAnalysis) -> AnyView {
    let has_answer = analysis
        .outcomes
        .iter()
        .any(|need| need.is_supported.is_some());
    let known = application.cohort.award.outcomes.iter();
    let rows: Vec<Cells> = known
        .filter_map(|outcome| Some((outcome, said_of(application, outcome)?)))
        .map(|(outcome, need)| cells(outcome, need, has_answer))
        .collect();
    let mut columns = vec![plain("Outcome"), plain("The applicant")];
    columns.extend(has_answer.then(|| plain("The school")));
    table("What is said of each learning outcome", &columns, rows)
}

fn cells(outcome: &Outcome, need: &OutcomeNeed, has_answer: bool) -> Cells {
    let mut cells = vec![
        words(format!("{} {}", outcome.code, outcome.title)),
        with(need.ability.words(), need.note.as_deref()),
    ];
    if has_answer {
        let supported = match need.is_supported {
            Some(true) => "Supports it",
            Some(false) => "Cannot support it",
            None => "–",
        };
        cells.push(with(supported, need.comment.as_deref()));
    }
    cells
}

fn with(said: &'static str, more: Option<&str>) -> AnyView {
    let more = more.filter(|more| !more.is_empty()).map(String::from);
    view! { {said} {more.map(|more| view! { <div class="portal-prose govuk-body-s">{more}</div> }.into_any())} }
        .into_any()
}
