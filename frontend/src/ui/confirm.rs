//! A page that asks once more before something is done that is hard to undo.

use leptos::prelude::*;

use super::form::Form;
use super::{button, errors, heading};

pub struct Confirm {
    pub title: String,
    /// What will happen, in full sentences.
    pub what_happens: AnyView,
    pub button: &'static str,
    pub back: String,
}

pub fn confirm(form: Form, page: Confirm, act: impl Fn() + 'static) -> AnyView {
    let inside = view! {
        <div class="govuk-button-group">
            {button::warning(form, page.button)}
            <a class="govuk-link" href=page.back.clone()>"Cancel"</a>
        </div>
    };
    view! {
        {heading::back(page.back.clone(), "Back")}
        {errors::summary(form)}
        {heading::heading(page.title)}
        {page.what_happens}
        {button::form(form, act, inside.into_any())}
    }
    .into_any()
}
