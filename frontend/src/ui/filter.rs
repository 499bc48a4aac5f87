//! Narrowing a list: what is chosen stands in the address.

use leptos::prelude::*;

use super::choice::{Choice, options};
use crate::navigate::{address, set_query};

/// Changes the list at once; `all` is the choice that narrows nothing.
pub fn select(
    name: &'static str,
    label: &'static str,
    all: &'static str,
    choices: Vec<Choice>,
) -> AnyView {
    let mut choices = choices;
    choices.insert(0, Choice::new("", all));
    let query = address().query;
    let chosen = query.with_untracked(|query| query.text(name).unwrap_or_default());
    view! {
        <div class="govuk-form-group">
            <label class="govuk-label" for=name>{label}</label>
            <select class="govuk-select" id=name
                prop:value=move || query.with(|query| query.text(name).unwrap_or_default())
                on:change=move |event| narrow(name, &event_target_value(&event))>
                {options(choices, chosen)}
            </select>
        </div>
    }
    .into_any()
}

/// Searches when it is sent, not at every letter.
pub fn search(label: &'static str) -> AnyView {
    let typed = RwSignal::new(String::new());
    // A link may change what is searched for, too.
    Effect::new(move |_| {
        let query = address().query;
        typed.set(query.with(|query| query.text("search").unwrap_or_default()));
    });
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        narrow("search", typed.get_untracked().trim());
    };
    view! {
        <form class="govuk-form-group portal-search" role="search" on:submit=send>
            <label class="govuk-label" for="search">{label}</label>
            <div class="portal-search__line">
                <input class="govuk-input" id="search" type="search" autocomplete="off"
                    prop:value=move || typed.get() on:input=move |event| typed.set(event_target_value(&event)) />
                <button type="submit" class="govuk-button govuk-button--secondary">"Search"</button>
            </div>
        </form>
    }
    .into_any()
}

fn narrow(name: &str, value: &str) {
    let query = address().query.get_untracked();
    set_query(query.with(name, value).with("after", ""));
}

pub fn bar(filters: Vec<AnyView>) -> AnyView {
    view! { <div class="portal-filters portal-no-print">{filters}</div> }.into_any()
}

/// How many there are; read out when it changes.
pub fn results(total: i32, one: &str, many: &str) -> AnyView {
    view! { <p class="govuk-body" id="results" tabindex="-1" role="status">{super::when::count(total, one, many)}</p> }.into_any()
}

/// A day, in the browser's own way of choosing one.
pub fn date(name: &'static str, label: &'static str) -> AnyView {
    let chosen = address()
        .query
        .with_untracked(|query| query.text(name).unwrap_or_default());
    view! {
        <div class="govuk-form-group">
            <label class="govuk-label" for=name>{label}</label>
            <input class="govuk-input" id=name type="date" value=chosen on:change=move |event| narrow(name, &event_target_value(&event)) />
        </div>
    }
    .into_any()
}

/// The day that the address has under this name.
pub fn chosen_day(query: &crate::navigate::Query, name: &str) -> Option<crate::api::Day> {
    query.text(name).map(crate::api::Day)
}
