//! One application as the office sees it.

use cynic::MutationBuilder;
use leptos::prelude::*;

use super::{notes, questions};
use crate::application::asking::Agreement;
use crate::application::changes::{Check, CheckSignatoryInput, CheckVariables};
use crate::application::check::all_answers;
use crate::application::needs::gaps::decide;
use crate::application::queries::{Application, ApplicationQuery};
use crate::application::words::{AgreementState, ApplicationAction, ApplicationStep};
use crate::application::{question, school, status};
use crate::event;
use crate::route::Route;
use crate::session::who;
use crate::ui::answer::{Answer, answer, show};
use crate::ui::form::Form;
use crate::ui::table::{link, long_word, plain, table, words};
use crate::ui::{banner, button, errors, heading, next, summary, when};

/// To an applicant who works for the office, their own application is as to any other.
pub fn page(id: String) -> AnyView {
    let application = answer(move || question(&id));
    show(application, move |data| {
        let one = data.application;
        match who().is_some_and(|who| who.id == one.person.id) {
            true => status::drawn(one, application),
            false => drawn(one, application),
        }
    })
}

fn drawn(application: Application, answer: Answer<ApplicationQuery>) -> AnyView {
    let email = application.person.email.clone().unwrap_or_default();
    let mut rows = vec![
        summary::row("State", application.state.tag()),
        summary::row("E-mail", email),
        summary::row("Last change", when::exact(&application.updated_at)),
    ];
    rows.extend(
        application
            .submitted_at
            .as_ref()
            .map(|at| summary::row("Handed in", when::exact(at))),
    );
    rows.extend(
        application
            .reason
            .clone()
            .map(|reason| summary::row("Reason", reason)),
    );
    let other = |name: &str, id: Option<&cynic::Id>, words: &str| {
        let href = Route::Application(id?.inner().into()).href();
        Some(summary::row(name, link(href, words)))
    };
    rows.extend(other(
        "Goes on from",
        application.carried_from.as_ref(),
        "An application that was put off, with its notes",
    ));
    rows.extend(other(
        "Goes on as",
        application.goes_on_as.as_ref(),
        "The application for the later cohort",
    ));
    let reject = application
        .may(ApplicationAction::Reject)
        .then(|| button::secondary(application.page("reject"), "Reject the application"));
    let asked = application.agreement.as_ref();
    let has_gaps = application.next_step == ApplicationStep::DecideGaps;
    let gaps = asked
        .filter(|_| has_gaps)
        .map(|asked| decide(asked, answer));
    let defer = application
        .may(ApplicationAction::Defer)
        .then(|| button::secondary(application.page("defer"), "Put it off to a later cohort"));
    view! {
        {heading::back(Route::Applications.href(), "Applications")}
        {heading::captioned(application.what_for(), application.person.name.clone())}
        {next::panel("Next step", application.next_step.words().into(), what_to_do(&application))}
        {summary::list(rows)}
        {questions::panel(&application.id)}
        {application.group.as_ref().map(|place| status::details(&application, place))}
        {application.agreement.as_ref().filter(|asked| is_compared(asked)).map(|asked| comparison(&application, asked, answer))}
        {gaps}
        {school::panels(&application, answer)}
        <h2 class="govuk-heading-l">{format!("What {} answered", application.person.name)}</h2>
        <p class="govuk-body">"In the words in which it was asked."</p>
        {all_answers(&application, None)}
        {notes::panels(&application.id)}
        <div class="govuk-button-group">{defer} {reject}</div>
        <h2 class="govuk-heading-m">"What happened"</h2>
        {event::timeline(application.timeline)}
    }
    .into_any()
}

/// The way to an offer, or why there is none yet.
fn what_to_do(application: &Application) -> AnyView {
    if application.may(ApplicationAction::Offer) {
        return button::link(application.page("offer"), "Offer a place");
    }
    let why = match application.next_step {
        ApplicationStep::Finish => "No place can be offered: it is not handed in.",
        ApplicationStep::WaitForSchool
        | ApplicationStep::CorrectAddress
        | ApplicationStep::NameSignatory => {
            "No place can be offered before the school has signed the support agreement."
        }
        ApplicationStep::AnswerQuestion => {
            "The school waits for your answer, below. It is not reminded meanwhile."
        }
        ApplicationStep::CheckPaper => {
            "No place can be offered before you have looked at the paper that the school signed, below."
        }
        ApplicationStep::CheckSignatory => {
            "No place can be offered before the signatory’s address is compared with the school’s record, below."
        }
        ApplicationStep::DecideGaps => {
            "No place can be offered before you have decided how the outcomes are met that the school cannot support, below."
        }
        ApplicationStep::AnswerOffer => "A place is offered.",
        ApplicationStep::WaitForOffer
        | ApplicationStep::WaitForMentor
        | ApplicationStep::NameMentor
        | ApplicationStep::Enrolled
        | ApplicationStep::Over => "",
    };
    view! { <p class="govuk-body">{why}</p> }.into_any()
}

/// An answer that counts for nothing needs no comparison any more.
fn is_compared(asked: &Agreement) -> bool {
    use AgreementState::{Bounced, Sent, Signed};
    asked.checked_at.is_some() || matches!(asked.state, Sent | Bounced | Signed)
}

/// Who was asked to sign, beside whom the school's record names.
fn comparison(
    application: &Application,
    asked: &Agreement,
    answer: Answer<ApplicationQuery>,
) -> AnyView {
    let school = application.school.as_ref();
    let recorded = |text: Option<String>| text.unwrap_or_else(|| "Not in the record".into());
    let rows = vec![
        vec![
            words("Name"),
            words(asked.name.clone()),
            words(recorded(school.and_then(|school| school.head_name.clone()))),
        ],
        vec![
            words("E-mail"),
            long_word(asked.email.clone()),
            long_word(recorded(
                school.and_then(|school| school.head_email.clone()),
            )),
        ],
    ];
    let columns = [
        plain("Of the signatory"),
        plain("Asked to sign"),
        plain("The school’s record"),
    ];
    let standing = match (&asked.checked_at, &asked.checked_by) {
        (Some(at), by) => {
            let by = by.clone().unwrap_or_default();
            view! { <p class="govuk-body">"Compared " {when::exact(at)} " by " {by} "."</p> }
                .into_any()
        }
        (None, _) => compare(asked, answer),
    };
    view! {
        <h2 class="govuk-heading-m">"Is this the school’s address?"</h2>
        {table("The signatory’s address and the school’s record", &columns, rows)}
        {standing}
    }
    .into_any()
}

fn compare(asked: &Agreement, answer: Answer<ApplicationQuery>) -> AnyView {
    let form = Form::new("check-signatory");
    let id = asked.id.clone();
    let send = move || {
        let input = CheckSignatoryInput {
            agreement_id: id.clone(),
        };
        form.send(Check::build(CheckVariables { input }), move |_| {
            banner::done("Noted: the address is the school’s.");
            answer.reload();
        });
    };
    view! {
        {errors::summary(form)}
        <p class="govuk-body">"If the two differ, look at the school’s website or call the school on a number that you find yourself."</p>
        {button::form(form, send, button::submit(form, "The address is the school’s"))}
    }
    .into_any()
}
