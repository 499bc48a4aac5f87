//! A state in one word, in a colour. The word alone is enough.

use leptos::prelude::*;

pub fn tag(words: impl Into<String>, colour: &'static str) -> AnyView {
    let class = if colour.is_empty() {
        "govuk-tag".to_string()
    } else {
        format!("govuk-tag govuk-tag--{colour}")
    };
    view! { <strong class=class>{words.into()}</strong> }.into_any()
}
