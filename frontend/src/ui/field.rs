//! A line of text, and several lines.

use leptos::prelude::*;

use super::errors::{beside, described_by, group_class, hint_id};
use super::form::Field;

#[component]
pub fn TextField(
    field: Field,
    #[prop(into)] label: String,
    #[prop(optional, into)] hint: String,
    /// The input's type: text, email, search.
    #[prop(default = "text")]
    kind: &'static str,
    #[prop(default = "off")] autocomplete: &'static str,
    /// One of the classes that tell how long an answer is expected.
    #[prop(default = "")]
    width: &'static str,
    #[prop(optional)] numeric: bool,
) -> AnyView {
    let name = field.name;
    let class = move || {
        let wrong = if field.problem().is_some() {
            "govuk-input--error"
        } else {
            ""
        };
        format!("govuk-input {width} {wrong}")
    };
    let described = described_by(field, !hint.is_empty());
    view! {
        <div class=group_class(field)>
            {label_of(name, label)}
            {hint_of(name, hint)}
            {beside(field)}
            <input id=name name=name type=kind class=class
                autocomplete=autocomplete
                inputmode=numeric.then_some("numeric")
                spellcheck=matches!(kind, "email").then_some("false")
                aria-describedby=described
                prop:value=move || field.value.get()
                on:input=move |event| field.set(event_target_value(&event)) />
        </div>
    }
    .into_any()
}

#[component]
pub fn TextArea(
    field: Field,
    #[prop(into)] label: String,
    #[prop(optional, into)] hint: String,
    #[prop(default = "8")] rows: &'static str,
) -> AnyView {
    let name = field.name;
    let class = move || {
        if field.problem().is_some() {
            "govuk-textarea govuk-textarea--error"
        } else {
            "govuk-textarea"
        }
    };
    let described = described_by(field, !hint.is_empty());
    view! {
        <div class=group_class(field)>
            {label_of(name, label)}
            {hint_of(name, hint)}
            {beside(field)}
            <textarea id=name name=name class=class rows=rows
                aria-describedby=described
                prop:value=move || field.value.get()
                on:input=move |event| field.set(event_target_value(&event))></textarea>
        </div>
    }
    .into_any()
}

pub fn label_of(name: &'static str, label: String) -> AnyView {
    view! { <label class="govuk-label govuk-label--s" for=name>{label}</label> }.into_any()
}

pub fn hint_of(name: &'static str, hint: String) -> AnyView {
    (!hint.is_empty())
        .then(|| view! { <div id=hint_id(name) class="govuk-hint">{hint}</div> })
        .into_any()
}
