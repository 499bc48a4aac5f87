//! What a list is narrowed by, each with a way to take it away.

use leptos::prelude::*;

use crate::navigate::{Query, set_query_and_focus};

/// Each with the address that is without it; `all` is the one that narrows nothing.
pub fn chips(said: Vec<(Query, String)>, all: Query) -> AnyView {
    if said.is_empty() {
        return ().into_any();
    }
    let said: Vec<AnyView> = said
        .into_iter()
        .map(|(without, words)| chip(without.with("after", ""), words))
        .collect();
    view! {
        <div class="portal-chips portal-no-print">
            <h2 class="govuk-visually-hidden">"Filters"</h2>
            <ul class="portal-chips__list">{said}</ul>
            <button type="button" class="portal-link-button" on:click=move |_| set_query_and_focus(all.clone(), "results")>"Clear all filters"</button>
        </div>
    }
    .into_any()
}

fn chip(without: Query, words: String) -> AnyView {
    view! {
        <li>
            <button type="button" class="portal-chip" on:click=move |_| set_query_and_focus(without.clone(), "results")>
                <span class="govuk-visually-hidden">"Take away: "</span>
                {words}
                <span aria-hidden="true">" ✕"</span>
            </button>
        </li>
    }
    .into_any()
}
