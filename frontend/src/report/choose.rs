//! What each column means, and which of them are shown.

use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;

use super::asked::is_usual;
use super::fields::check;
use super::queries::Report;
use crate::navigate::{address, set_query_and_focus};

pub fn form(report: Arc<Report>) -> AnyView {
    let query = address().query;
    let chosen = RwSignal::new(String::new());
    let details = NodeRef::<html::Details>::new();
    let usual = joined(&report, |name| report.column(name).is_some_and(is_usual));
    let known = usual.clone();
    Effect::new(move |_| {
        let said = query.with(|query| query.text("columns"));
        chosen.set(said.unwrap_or_else(|| known.clone()));
    });
    let of = report.clone();
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let ticked = chosen.get_untracked();
        // In the report's own order, whatever the order in which they were ticked.
        let names = joined(&of, |name| ticked.split(',').any(|one| one == name));
        if let Some(details) = details.get_untracked() {
            details.set_open(false);
        }
        let said = if names == usual { "" } else { &*names };
        set_query_and_focus(query.get_untracked().with("columns", said), "results");
    };
    let boxes = report.columns.iter().map(|column| {
        let id = format!("column-{}", column.name);
        let (title, about) = (column.title.clone(), column.description.clone());
        check(id, title, about, column.name.clone(), chosen)
    });
    view! {
        <details class="govuk-details portal-no-print portal-narrow" node_ref=details>
            <summary class="govuk-details__summary"><span class="govuk-details__summary-text">"Choose columns, and read what they mean"</span></summary>
            <form class="portal-narrow__form" novalidate on:submit=send>
                <p class="govuk-body">"Times are London’s on this page, and UTC in files and in GraphQL."</p>
                <fieldset class="govuk-fieldset">
                    <legend class="govuk-visually-hidden">"Columns to show"</legend>
                    <div class="govuk-checkboxes govuk-checkboxes--small portal-narrow__columns">{boxes.collect_view()}</div>
                </fieldset>
                <button type="submit" class="govuk-button">"Show these columns"</button>
            </form>
        </details>
    }
    .into_any()
}

/// The names of the columns for which this holds, as the address has them.
fn joined(report: &Report, holds: impl Fn(&str) -> bool) -> String {
    let names = report.columns.iter().map(|column| column.name.as_str());
    names
        .filter(|name| holds(name))
        .collect::<Vec<_>>()
        .join(",")
}
