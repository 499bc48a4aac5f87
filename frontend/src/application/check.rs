//! Reading all answers once more before they are handed in.

use std::cell::RefCell;

use cynic::MutationBuilder;
use leptos::prelude::*;

use super::answers::{read_out, said};
use super::asked::{Asked, Question};
use super::changes::{Submit, SubmitApplicationInput, SubmitVariables};
use super::needs::shown::shown;
use super::order::{applies, page_at};
use super::queries::Application;
use super::questions::QUESTIONS;
use super::step::not_now;
use super::words::ApplicationAction;
use crate::api::FieldProblem;
use crate::navigate::go;
use crate::ui::choice::{Checkboxes, Choice};
use crate::ui::form::Form;
use crate::ui::{banner, button, errors, heading, summary};

thread_local! {
    /// What the server has found wrong with an application, until its page is opened: there it stands beside the field.
    static COMPLAINTS: RefCell<Vec<FieldProblem>> = const { RefCell::new(Vec::new()) };
}

/// What was found wrong with one of these fields.
pub fn take_complaints(asked: &[Asked]) -> Vec<FieldProblem> {
    let here = |one: &FieldProblem| asked.iter().any(|asked| asked.name == one.name);
    let (mine, others) = COMPLAINTS.take().into_iter().partition(here);
    COMPLAINTS.set(others);
    mine
}

pub fn page(application: Application) -> AnyView {
    match application.may(ApplicationAction::Submit) {
        true => check(application),
        false => not_now(&application),
    }
}

fn check(application: Application) -> AnyView {
    let form = Form::new(format!("check-{}", application.id.inner()));
    // Whoever comes back declares anew.
    form.forget();
    let true_words = form.field("declaration");
    Effect::new(move |_| COMPLAINTS.set(form.problems.get()));
    let (href, back) = (
        application.href(),
        application.page(page_at(QUESTIONS.len() - 1)),
    );
    let (id, version) = (application.id.clone(), application.version);
    let whom = said(&application, "signatoryName");
    let done = format!("Handed in. We are writing to {whom}.");
    let send = move || {
        let (href, done) = (href.clone(), done.clone());
        let input = SubmitApplicationInput {
            application_id: id.clone(),
            version,
            declaration: !true_words.get().is_empty(),
        };
        form.send(Submit::build(SubmitVariables { input }), move |_| {
            go(&href);
            banner::done(done);
        });
    };
    let whom = if whom.is_empty() {
        "Who signs for your school".into()
    } else {
        whom
    };
    let declaration = vec![Choice::new(
        "yes",
        "My answers are true. I know that I may be asked for proof, such as of my teacher status.",
    )];
    let inside = view! {
        <Checkboxes field=true_words legend="Declaration" choices=declaration />
        {button::submit(form, "Hand in the application")}
    };
    view! {
        {heading::back(back, "Back")}
        {errors::summary(form)}
        {heading::captioned(application.what_for(), "Check your answers")}
        {all_answers(&application, Some(form))}
        <h2 class="govuk-heading-m">"Hand it in"</h2>
        <p class="govuk-body">{format!("{whom} gets a letter by e-mail with a link to read and sign the support agreement. You cannot change your answers while we wait, but you can have somebody else asked, and you can withdraw at any time, free of charge.")}</p>
        {button::form(form, send, inside.into_any())}
    }
    .into_any()
}

/// Every answer that was asked for; with a form, each can be changed and has what is wrong with it beside it.
pub fn all_answers(application: &Application, form: Option<Form>) -> AnyView {
    let section = |question: &'static Question| {
        let rows = question
            .asked
            .iter()
            .filter(|one| applies(one.name, &|name| said(application, name)))
            .map(|one| row(application, question, one, form))
            .collect();
        view! { <h2 class="govuk-heading-m">{question.title}</h2> {summary::list(rows)} }.into_any()
    };
    view! { {QUESTIONS.iter().map(section).collect_view()} {shown(application, form)} }.into_any()
}

fn row(
    application: &Application,
    question: &'static Question,
    asked: &'static Asked,
    form: Option<Form>,
) -> summary::Row {
    let words = read_out(application, asked);
    let value =
        |wrong: AnyView| view! { {wrong} <div class="portal-prose">{words}</div> }.into_any();
    match form {
        None => summary::row(asked.label, value(().into_any())),
        Some(form) => {
            let href = format!("{}?then=check", application.page(question.name));
            let wrong = errors::beside(form.field(asked.name));
            summary::row(asked.label, value(wrong)).change(href, asked.name)
        }
    }
}
