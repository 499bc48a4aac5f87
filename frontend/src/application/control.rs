//! The box or the choices in which a question is answered.

use leptos::prelude::*;

use super::asked::{Asked, Kind};
use crate::school;
use crate::ui::choice::Radios;
use crate::ui::date_input::DateInput;
use crate::ui::field::{TextArea, TextField};
use crate::ui::form::Field;

pub fn control(field: Field, asked: &'static Asked) -> AnyView {
    let Asked { label, hint, .. } = *asked;
    match asked.kind {
        Kind::Line(kind, autocomplete) => view! { <TextField field=field label=label hint=hint kind=kind autocomplete=autocomplete /> }.into_any(),
        Kind::Number => view! { <TextField field=field label=label hint=hint numeric=true width="govuk-input--width-3" /> }.into_any(),
        Kind::Text => view! { <TextArea field=field label=label hint=hint rows="4" /> }.into_any(),
        Kind::Day => view! { <DateInput field=field legend=label hint=hint /> }.into_any(),
        Kind::OneOf(choices) => view! { <Radios field=field legend=label hint=hint choices=choices() /> }.into_any(),
        Kind::School => school::search::in_field(field, label, false),
    }
}
