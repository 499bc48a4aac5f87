//! Narrowing a report: a field for each column that rows can be picked by, after the kind of what stands in it. Nothing
//! changes until the form is sent.

use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;

use super::asked::{is_usual, names};
use super::operand::whole;
use super::queries::{Column, Report};
use super::{Kind, told};
use crate::navigate::{address, focus, set_query_and_focus};
use crate::ui::choice::{Choice, options};

/// What is typed under one name of the address.
#[derive(Clone)]
struct Input {
    name: String,
    kind: Kind,
    value: RwSignal<String>,
}

type Wrong = RwSignal<Option<(String, &'static str)>>;

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

fn field(column: &Column, inputs: Vec<Input>, wrong: Wrong) -> AnyView {
    let title = column.title.clone();
    match (column.kind(), &inputs[..]) {
        (Kind::Word, [input]) => words(title, column, input.clone()),
        (Kind::Flag, [input]) => flag(title, input.clone()),
        (kind, [from, to]) => {
            let ends = [("From", from), ("To", to)];
            let ends = ends.map(|(label, input)| line(label.into(), kind, input.clone(), wrong));
            view! {
                <fieldset class="govuk-fieldset portal-narrow__range">
                    <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{title}</legend>
                    {ends.into_iter().collect_view()}
                </fieldset>
            }
            .into_any()
        }
        (kind, [input]) => line(format!("{title} contains"), kind, input.clone(), wrong),
        _ => ().into_any(),
    }
}

fn line(label: String, kind: Kind, input: Input, wrong: Wrong) -> AnyView {
    let Input { name, value, .. } = input;
    let (input_type, mode) = match kind {
        Kind::Day | Kind::Moment => ("date", None),
        Kind::Number => ("text", Some("numeric")),
        _ => ("text", None),
    };
    let bold = matches!(kind, Kind::Text).then_some("govuk-label--s");
    let (id, error) = (name.clone(), format!("{name}-error"));
    let said = move || {
        let wrong = wrong.get();
        wrong.filter(|(name, _)| *name == id).map(|(_, why)| why)
    };
    let (described, marked) = (said.clone(), said.clone());
    let error_id = error.clone();
    let message = move || {
        said().map(|why| {
            view! {
                <p id=error.clone() class="govuk-error-message"><span class="govuk-visually-hidden">"Error: "</span>{why}</p>
            }
            .into_any()
        })
    };
    view! {
        <div class="govuk-form-group">
            <label class=format!("govuk-label {}", bold.unwrap_or_default()) for=name.clone()>{label}</label>
            {message}
            <input id=name type=input_type inputmode=mode autocomplete="off" class="govuk-input"
                class=("govuk-input--error", move || marked().is_some())
                aria-describedby=move || described().is_some().then(|| error_id.clone())
                prop:value=move || value.get() on:input=move |event| value.set(event_target_value(&event)) />
        </div>
    }
    .into_any()
}

fn flag(title: String, input: Input) -> AnyView {
    let Input { name, value, .. } = input;
    let choices =
        ["", "yes", "no"].map(|one| Choice::new(one, if one.is_empty() { "Any" } else { one }));
    view! {
        <div class="govuk-form-group">
            <label class="govuk-label govuk-label--s" for=name.clone()>{title}</label>
            <select id=name class="govuk-select" prop:value=move || value.get() on:change=move |event| value.set(event_target_value(&event))>
                {options(choices.into(), String::new())}
            </select>
        </div>
    }
    .into_any()
}

fn words(title: String, column: &Column, input: Input) -> AnyView {
    let Input { name, value, .. } = input;
    let boxes = column
        .words
        .iter()
        .map(|word| one_word(&name, word.clone(), value));
    view! {
        <fieldset class="govuk-fieldset">
            <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{title}</legend>
            <div class="govuk-checkboxes govuk-checkboxes--small portal-narrow__words">{boxes.collect_view()}</div>
        </fieldset>
    }
    .into_any()
}

fn one_word(name: &str, word: String, value: RwSignal<String>) -> AnyView {
    check(
        format!("{name}-{word}"),
        told(&word),
        String::new(),
        word,
        value,
    )
}

/// A box for one of several words, which stand in `value` with commas between them.
pub fn check(
    id: String,
    label: String,
    hint: String,
    word: String,
    value: RwSignal<String>,
) -> AnyView {
    let hint_id = format!("{id}-hint");
    let described = (!hint.is_empty()).then(|| hint_id.clone());
    let one = word.clone();
    let has = move || value.with(|value| value.split(',').any(|other| other == one));
    let toggle = move |_| {
        value.update(|value| {
            let mut chosen: Vec<&str> = value.split(',').filter(|one| !one.is_empty()).collect();
            match chosen.iter().position(|one| *one == word) {
                Some(at) => drop(chosen.remove(at)),
                None => chosen.push(&word),
            }
            *value = chosen.join(",");
        });
    };
    view! {
        <div class="govuk-checkboxes__item">
            <input class="govuk-checkboxes__input" id=id.clone() type="checkbox" aria-describedby=described prop:checked=has on:change=toggle />
            <label class="govuk-label govuk-checkboxes__label" for=id>{label}</label>
            {(!hint.is_empty()).then(|| view! { <div id=hint_id class="govuk-hint govuk-checkboxes__hint">{hint}</div> }.into_any())}
        </div>
    }
    .into_any()
}
