//! How a letter to somebody else is doing, and sending it again.

use leptos::prelude::*;

use super::queries::LetterState;
use crate::api::Moment;
use crate::approval::queries::LetterStatus;
use crate::ui::form::Form;
use crate::ui::{button, errors, when};

pub fn delivery(letter: Option<&LetterStatus>) -> AnyView {
    let Some(letter) = letter else {
        return "Not written yet".into_any();
    };
    match (letter.state, &letter.sent_at) {
        (LetterState::Sent, Some(at)) => view! { "Sent " {when::exact(at)} }.into_any(),
        (LetterState::Sent, None) => "Sent".into_any(),
        (LetterState::Queued, _) => "On its way".into_any(),
        (LetterState::Cancelled, _) => "Cancelled".into_any(),
        (LetterState::Failed, _) => format!(
            "Could not be delivered. {}",
            letter.last_error.clone().unwrap_or_default()
        )
        .into_any(),
    }
}

/// The button, or from when on there is one; nothing for who may not.
pub fn again(form: Form, from: Option<&Moment>, send: impl Fn() + 'static) -> AnyView {
    match from {
        None => ().into_any(),
        Some(from) if when::is_future(from) => view! { <p class="govuk-body">"You can have the letter sent again from " {when::moment_words(from)} "."</p> }.into_any(),
        Some(_) => view! { {errors::summary(form)} {button::form(form, send, button::submit(form, "Send the letter again"))} }.into_any(),
    }
}
