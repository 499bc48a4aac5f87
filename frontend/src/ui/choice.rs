//! One answer of several (radios, select), or several (checkboxes).

use leptos::prelude::*;

use super::errors::{beside, described_by, group_class};
use super::field::{hint_of, label_of};
use super::form::Field;

#[derive(Clone)]
pub struct Choice {
    pub value: String,
    pub label: String,
    pub hint: String,
}

impl Choice {
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Choice {
        Choice {
            value: value.into(),
            label: label.into(),
            hint: String::new(),
        }
    }

    pub fn hint(self, hint: impl Into<String>) -> Choice {
        Choice {
            hint: hint.into(),
            ..self
        }
    }
}

#[component]
pub fn Checkboxes(
    field: Field,
    #[prop(into)] legend: String,
    #[prop(optional, into)] hint: String,
    choices: Vec<Choice>,
) -> AnyView {
    let boxes = boxes(field, choices, "checkbox");
    fieldset(
        field,
        legend,
        hint,
        view! { <div class="govuk-checkboxes govuk-checkboxes--small">{boxes}</div> }.into_any(),
    )
}

#[component]
pub fn Radios(
    field: Field,
    #[prop(into)] legend: String,
    #[prop(optional, into)] hint: String,
    choices: Vec<Choice>,
) -> AnyView {
    let boxes = boxes(field, choices, "radio");
    fieldset(
        field,
        legend,
        hint,
        view! { <div class="govuk-radios govuk-radios--small">{boxes}</div> }.into_any(),
    )
}

pub fn fieldset(field: Field, legend: String, hint: String, inside: AnyView) -> AnyView {
    let described = described_by(field, !hint.is_empty());
    view! {
        <div class=group_class(field)>
            <fieldset class="govuk-fieldset" aria-describedby=described>
                <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{legend}</legend>
                {hint_of(field.name, hint)}
                {beside(field)}
                {inside}
            </fieldset>
        </div>
    }
    .into_any()
}

// The first one has the field's own id: the error summary's link leads to it.
fn boxes(field: Field, choices: Vec<Choice>, kind: &'static str) -> Vec<AnyView> {
    choices
        .into_iter()
        .enumerate()
        .map(|(at, choice)| {
            let id = if at == 0 {
                field.name.to_string()
            } else {
                format!("{}-{at}", field.name)
            };
            one_box(field, id, choice, kind)
        })
        .collect()
}

fn one_box(field: Field, id: String, choice: Choice, kind: &'static str) -> AnyView {
    let Choice { value, label, hint } = choice;
    let prefix = if kind == "radio" {
        "govuk-radios"
    } else {
        "govuk-checkboxes"
    };
    let (checked, chosen) = (value.clone(), value.clone());
    let hint_id = format!("{id}-item-hint");
    let described = (!hint.is_empty()).then(|| hint_id.clone());
    view! {
        <div class=format!("{prefix}__item")>
            <input class=format!("{prefix}__input") id=id.clone() name=field.name type=kind value=value
                aria-describedby=described
                prop:checked=move || field.has(&checked)
                on:change=move |_| if kind == "radio" { field.set(chosen.clone()) } else { field.toggle(&chosen) } />
            <label class=format!("govuk-label {prefix}__label") for=id>{label}</label>
            {(!hint.is_empty()).then(|| view! { <div id=hint_id class=format!("govuk-hint {prefix}__hint")>{hint}</div> }.into_any())}
        </div>
    }
    .into_any()
}

#[component]
pub fn Select(
    field: Field,
    #[prop(into)] label: String,
    #[prop(optional, into)] hint: String,
    choices: Vec<Choice>,
) -> AnyView {
    let name = field.name;
    let described = described_by(field, !hint.is_empty());
    view! {
        <div class=group_class(field)>
            {label_of(name, label)}
            {hint_of(name, hint)}
            {beside(field)}
            <select id=name name=name class="govuk-select" aria-describedby=described
                on:change=move |event| field.set(event_target_value(&event))>
                {options(choices, field.get())}
            </select>
        </div>
    }
    .into_any()
}

pub fn options(choices: Vec<Choice>, chosen: String) -> Vec<AnyView> {
    choices
        .into_iter()
        .map(|choice| {
            let selected = choice.value == chosen;
            view! { <option value=choice.value selected=selected>{choice.label}</option> }
                .into_any()
        })
        .collect()
}
