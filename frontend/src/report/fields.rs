//! The fields of the filter, each after the kind of what stands in its column.

use leptos::prelude::*;

use super::queries::Column;
use super::{Kind, told};
use crate::ui::choice::{Choice, options};

/// What is typed under one name of the address.
#[derive(Clone)]
pub struct Input {
    pub name: String,
    pub kind: Kind,
    pub value: RwSignal<String>,
}

pub type Wrong = RwSignal<Option<(String, &'static str)>>;

pub fn field(column: &Column, inputs: Vec<Input>, wrong: Wrong) -> AnyView {
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
