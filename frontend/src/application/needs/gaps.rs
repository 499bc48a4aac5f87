//! The office decides how outcomes are met that the school cannot support.

use cynic::MutationBuilder;
use leptos::prelude::*;

use super::queries::{AcceptGaps, AcceptGapsInput, AcceptGapsVariables};
use crate::application::asking::Agreement;
use crate::application::queries::ApplicationQuery;
use crate::ui::answer::Answer;
use crate::ui::field::TextArea;
use crate::ui::form::Form;
use crate::ui::{banner, button, errors};

pub fn decide(asked: &Agreement, answer: Answer<ApplicationQuery>) -> AnyView {
    let form = Form::new(format!("gaps-{}", asked.id.inner()));
    let plan = form.field("plan");
    let id = asked.id.clone();
    let send = move || {
        let input = AcceptGapsInput {
            agreement_id: id.clone(),
            plan: plan.get(),
        };
        form.send(
            AcceptGaps::build(AcceptGapsVariables { input }),
            move |_| {
                banner::done("Noted. A place can be offered now.");
                answer.reload();
            },
        );
    };
    let inside = view! {
        <TextArea field=plan label="How are they to be met?" rows="2" hint="For example, “A placement at another school in the spring term”. The applicant reads it." />
        {button::submit(form, "Accept, so that a place can be offered")}
    };
    view! {
        {errors::summary(form)}
        <h2 class="govuk-heading-m">"Outcomes that the school cannot support"</h2>
        <p class="govuk-body">"They are in the needs analysis below. If there is no way to meet them, reject the application instead."</p>
        {button::form(form, send, inside.into_any())}
    }
    .into_any()
}
