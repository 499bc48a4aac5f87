//! A secret that is shown once: only its hash is kept.

use leptos::prelude::*;

use crate::ui::code::copy;
use crate::ui::heading;

pub struct Once {
    pub title: &'static str,
    pub secret: String,
    /// What to do with it.
    pub how: &'static str,
    pub back: String,
}

pub fn shown(once: Once) -> AnyView {
    let said = RwSignal::new("");
    let words = once.secret.clone();
    view! {
        {heading::heading(once.title)}
        <p class="govuk-body">
            <strong>"It is shown only this once."</strong>
            " Nobody can look it up later, not even an administrator. Keep it as you would keep a password: whoever has it reads what you allowed."
        </p>
        <p class="portal-secret" id="secret">{once.secret}</p>
        <p class="govuk-body">{once.how}</p>
        <p class="govuk-body" role="status">{move || said.get()}</p>
        <div class="govuk-button-group">
            <button type="button" class="govuk-button" on:click=move |_| copy(&words, said)>"Copy"</button>
            <a class="govuk-link" href=once.back>"I have copied it"</a>
        </div>
    }
    .into_any()
}
