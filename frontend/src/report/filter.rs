//! Narrowing a report: a field for each column that rows can be picked by, after the kind of what stands in it. Nothing
//! changes until the form is sent.

use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;

use super::Kind;
use super::asked::{is_usual, names};
use super::fields::{Input, Wrong, field};
use super::operand::whole;
use super::queries::Report;
use crate::navigate::{address, focus, set_query_and_focus};

pub fn form(report: Arc<Report>) -> AnyView {
    let query = address().query;
    let wrong: Wrong = RwSignal::new(None);
    let details = NodeRef::<html::Details>::new();
    let mut inputs: Vec<Input> = Vec::new();
    let mut fields: Vec<AnyView> = Vec::new();
    let columns = report.columns.iter();
    for column in columns.filter(|column| column.filters && is_usual(column)) {
        let of: Vec<Input> = names(column)
            .into_iter()
            .map(|name| Input {
                name,
                kind: column.kind(),
                value: RwSignal::new(String::new()),
            })
            .collect();
        inputs.extend(of.clone());
        fields.push(field(column, of, wrong));
    }
    if fields.is_empty() {
        return ().into_any();
    }
    // The address leads: also when somebody goes back, or takes a filter away above the table.
    let known = inputs.clone();
    Effect::new(move |_| {
        query.with(|query| {
            for input in &known {
                input.value.set(query.text(&input.name).unwrap_or_default());
            }
        });
        wrong.set(None);
    });
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if let Some((id, why)) = complaint(&inputs) {
            wrong.set(Some((id.clone(), why)));
            focus(&id);
            return;
        }
        let narrowed = inputs.iter().fold(query.get_untracked(), |query, input| {
            query.with(&input.name, input.value.get_untracked().trim())
        });
        if let Some(details) = details.get_untracked() {
            details.set_open(false);
        }
        set_query_and_focus(narrowed.with("after", ""), "results");
    };
    view! {
        <details class="govuk-details portal-no-print portal-narrow" node_ref=details>
            <summary class="govuk-details__summary"><span class="govuk-details__summary-text">"Filter the rows"</span></summary>
            <form class="portal-narrow__form" novalidate on:submit=send>
                <div class="portal-narrow__fields">{fields}</div>
                <button type="submit" class="govuk-button">"Apply filters"</button>
            </form>
        </details>
    }
    .into_any()
}

/// The first thing that is wrong, with the field that it is about.
fn complaint(inputs: &[Input]) -> Option<(String, &'static str)> {
    for input in inputs.iter().filter(|input| input.kind == Kind::Number) {
        let value = input.value.get_untracked();
        if !value.trim().is_empty() && whole(&value).is_none() {
            return Some((input.name.clone(), "Enter a whole number, such as 14"));
        }
    }
    for pair in inputs.windows(2) {
        let [from, to] = [&pair[0], &pair[1]].map(|input| input.value.get_untracked());
        let of_one_column = pair[0].name.ends_with(".from") && pair[1].name.ends_with(".to");
        let turned = match pair[0].kind {
            Kind::Number => whole(&from) > whole(&to),
            _ => from > to,
        };
        if of_one_column && turned && !from.trim().is_empty() && !to.trim().is_empty() {
            return Some((
                pair[1].name.clone(),
                "The end cannot come before the beginning",
            ));
        }
    }
    None
}
