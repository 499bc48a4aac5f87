//! Buttons and links that look like them.

use leptos::prelude::*;

use super::form::Form;

/// Sends its form; says so while it is on its way. A second press then does nothing.
pub fn submit(form: Form, label: impl Into<String>) -> AnyView {
    styled_submit(form, label.into(), "govuk-button")
}

pub fn warning(form: Form, label: impl Into<String>) -> AnyView {
    styled_submit(form, label.into(), "govuk-button govuk-button--warning")
}

fn styled_submit(form: Form, label: String, class: &'static str) -> AnyView {
    view! {
        <button type="submit" class=class aria-disabled=move || form.busy.get().then_some("true")>
            {move || if form.busy.get() { "Please wait…".to_string() } else { label.clone() }}
        </button>
    }
    .into_any()
}

pub fn link(href: String, label: impl Into<String>) -> AnyView {
    view! { <a class="govuk-button portal-no-print" href=href>{label.into()}</a> }.into_any()
}

pub fn secondary(href: String, label: impl Into<String>) -> AnyView {
    view! { <a class="govuk-button govuk-button--secondary portal-no-print" href=href>{label.into()}</a> }.into_any()
}

/// A form element that never leaves the page. The server judges the answers, so the browser's own bubbles stay off.
pub fn form(form: Form, send: impl Fn() + 'static, inside: AnyView) -> AnyView {
    view! {
        <form novalidate class="portal-form" on:submit=move |event| {
            event.prevent_default();
            if !form.busy.get_untracked() {
                form.clear();
                send();
            }
        }>{inside}</form>
    }
    .into_any()
}
