//! What is wrong, at the top of the page and beside the field.

use leptos::html;
use leptos::prelude::*;

use super::form::{Field, Form};
use crate::api::FieldProblem;

/// Takes the focus whenever it appears.
pub fn summary(form: Form) -> AnyView {
    (move || {
        let problems = form.problems.get();
        let refused = form.refused.get();
        (refused.is_some() || !problems.is_empty())
            .then(|| drawn(refused.map(|problem| problem.words()), problems))
    })
    .into_any()
}

fn drawn(refused: Option<String>, problems: Vec<FieldProblem>) -> AnyView {
    let node = taking_focus();
    let items = problems.into_iter().map(|problem| {
        view! { <li><a href=format!("#{}", problem.name)>{problem.message}</a></li> }.into_any()
    });
    view! {
        <div class="govuk-error-summary" tabindex="-1" node_ref=node>
            <div role="alert">
                <h2 class="govuk-error-summary__title">"There is a problem"</h2>
                <div class="govuk-error-summary__body">
                    {refused.map(|words| view! { <p>{words}</p> }.into_any())}
                    <ul class="govuk-list govuk-error-summary__list">{items.collect_view()}</ul>
                </div>
            </div>
        </div>
    }
    .into_any()
}

/// For a summary that takes the focus when it appears.
pub fn taking_focus() -> NodeRef<html::Div> {
    let node = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        if let Some(node) = node.get() {
            node.scroll_into_view();
            let _ = node.focus();
        }
    });
    node
}

/// The message above a field, with the id that the field is described by.
pub fn beside(field: Field) -> AnyView {
    (move || {
        field.problem().map(|message| {
            view! {
                <p id=error_id(field.name) class="govuk-error-message">
                    <span class="govuk-visually-hidden">"Error: "</span>
                    {message}
                </p>
            }
            .into_any()
        })
    })
    .into_any()
}

pub fn error_id(name: &str) -> String {
    format!("{name}-error")
}

pub fn hint_id(name: &str) -> String {
    format!("{name}-hint")
}

/// Which texts describe the field: its hint, and its error while there is one.
pub fn described_by(
    field: Field,
    hinted: bool,
) -> impl Fn() -> Option<String> + Send + Clone + 'static {
    move || match (hinted, field.problem().is_some()) {
        (true, true) => Some(format!("{} {}", hint_id(field.name), error_id(field.name))),
        (true, false) => Some(hint_id(field.name)),
        (false, true) => Some(error_id(field.name)),
        (false, false) => None,
    }
}

pub fn group_class(field: Field) -> impl Fn() -> &'static str + Send + Clone + 'static {
    move || {
        if field.problem().is_some() {
            "govuk-form-group govuk-form-group--error"
        } else {
            "govuk-form-group"
        }
    }
}
