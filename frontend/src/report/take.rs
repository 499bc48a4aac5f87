//! Taking the rows along into other programs: the question as GraphQL, and ready examples.

use std::sync::Arc;

use leptos::prelude::*;

use super::asked::Asked;
use super::examples::{self, MOST};
use super::graphql::Question;
use super::queries::Report;
use crate::navigate::address;
use crate::ui::choice::{Choice, options};
use crate::ui::code;

pub fn panel(report: Arc<Report>) -> AnyView {
    let (query, chosen) = (address().query, RwSignal::new(0));
    let (of, other) = (report.clone(), report);
    let asked = move |of: &Report| {
        query
            .with(|query| Asked::read(of, query))
            .unwrap_or_default()
    };
    let again = asked;
    let graphql = move || graphql(&Question::new(&of, &asked(&of), MOST, None, &[]));
    let example = move || {
        let (_, text) = examples::ALL[chosen.get()];
        let text = examples::filled(text, &other, &again(&other));
        code::block("example-text", "Example", text)
    };
    let choices = examples::ALL.iter().enumerate();
    let choices = choices.map(|(at, (name, _))| Choice::new(at.to_string(), *name));
    view! {
        <details class="govuk-details portal-no-print portal-narrow">
            <summary class="govuk-details__summary"><span class="govuk-details__summary-text">"Copy this as GraphQL, or use it in another program"</span></summary>
            <div class="portal-narrow__form">
                <h2 class="govuk-heading-s">"As GraphQL"</h2>
                {graphql}
                <h2 class="govuk-heading-s">"In another program"</h2>
                <p class="govuk-body">"Programs read with an API token, which an administrator creates. A spreadsheet that cannot send one can read a secret address instead: an administrator creates it on the token’s page."</p>
                <div class="govuk-form-group">
                    <label class="govuk-label" for="example">"Example for"</label>
                    <select class="govuk-select" id="example" on:change=move |event| chosen.set(event_target_value(&event).parse().unwrap_or_default())>
                        {options(choices.collect(), String::new())}
                    </select>
                </div>
                {example}
            </div>
        </details>
    }
    .into_any()
}

fn graphql(question: &Question) -> AnyView {
    let encode = |text: &str| String::from(js_sys::encode_uri_component(text));
    let variables = spaced(&question.variables);
    let (query, given) = (encode(&question.query), encode(&variables));
    let graphiql = format!("/graphiql#query={query}&variables={given}");
    view! {
        {code::block("graphql-query", "Query", question.query.clone())}
        {code::block("graphql-variables", "Variables", variables)}
        <p class="govuk-body"><a class="govuk-link" href=graphiql target="_blank">"Open it in GraphiQL (in a new tab)"</a></p>
    }
    .into_any()
}

/// JSON on several lines.
fn spaced(json: &str) -> String {
    let value = js_sys::JSON::parse(json).unwrap_or_default();
    let none = wasm_bindgen::JsValue::NULL;
    let spaced = js_sys::JSON::stringify_with_replacer_and_space(&value, &none, &2.into());
    spaced.map(String::from).unwrap_or_default()
}
