//! What stands where a page's content would: loading, failed, empty, not found.

use leptos::prelude::*;

use super::heading::heading;
use crate::api::Problem;

pub fn loading() -> AnyView {
    view! { <p class="govuk-body portal-loading" role="status">"Loading…"</p> }.into_any()
}

pub fn failed(problem: &Problem, again: impl Fn() + 'static) -> AnyView {
    if matches!(problem, Problem::NotFound) {
        return not_found();
    }
    view! {
        {heading("Sorry, there is a problem")}
        <p class="govuk-body" role="alert">{problem.words()}</p>
        <button type="button" class="govuk-button" on:click=move |_| again()>"Try again"</button>
    }
    .into_any()
}

pub fn not_found() -> AnyView {
    view! {
        {heading("Page not found")}
        <p class="govuk-body">"If you typed the address, check that it is correct."</p>
        <p class="govuk-body">"If you followed a link, what it shows may have been removed, or it may not be yours to see."</p>
        <p class="govuk-body"><a class="govuk-link" href="/">"Go to your home page"</a></p>
    }
    .into_any()
}

pub fn empty(words: impl Into<String>) -> AnyView {
    view! { <p class="govuk-body portal-empty">{words.into()}</p> }.into_any()
}
