//! What has to happen next with one's own application, and who holds it.

use leptos::prelude::*;

use super::answers::said;
use super::needs;
use super::order::resume;
use super::queries::Application;
use super::words::{ApplicationAction, ApplicationState, ApplicationStep};
use crate::route::Route;
use crate::ui::{button, next, when};

pub fn panel(application: &Application) -> AnyView {
    let asked = application.agreement.as_ref();
    let whom = asked.map_or_else(|| "your school".into(), |asked| asked.name.clone());
    let (label, what, why, press) = match application.next_step {
        ApplicationStep::Finish => (
            "Your next step",
            "Finish your application".to_string(),
            "Everything you have answered is saved.".to_string(),
            Some(("Go on", application.page(go_on(application)))),
        ),
        ApplicationStep::WaitForSchool => (
            "Next: your school",
            format!("{whom} has to sign"),
            "You need not do anything. We remind them, and write to you when they have answered."
                .into(),
            None,
        ),
        ApplicationStep::AnswerQuestion => (
            "Next: the programme office",
            "Your school has asked the programme office something".to_string(),
            format!(
                "{whom} has a question before signing. The programme office answers it; you need not do anything, and nobody is reminded meanwhile."
            ),
            None,
        ),
        ApplicationStep::CheckPaper => (
            "Next: the programme office",
            "The office looks at your school’s signed paper".into(),
            "Your school signed on paper. The programme office compares it with what was asked, and writes to you if something is missing. You need not do anything."
                .into(),
            None,
        ),
        ApplicationStep::CorrectAddress => (
            "Your next step",
            "Correct the address at your school".into(),
            format!("The letter to {whom} came back, so they know of nothing yet."),
            Some(("Correct the address", application.page("ask"))),
        ),
        ApplicationStep::NameSignatory => (
            "Your next step",
            "Name somebody else who can sign".into(),
            asked.and_then(|asked| asked.reason.clone()).map_or_else(
                || "Nobody at your school is asked at the moment.".into(),
                |reason| format!("{whom} has not signed: {reason}"),
            ),
            Some(("Name somebody", application.page("ask"))),
        ),
        ApplicationStep::CheckSignatory
        | ApplicationStep::DecideGaps
        | ApplicationStep::WaitForOffer => (
            "Next: the programme office",
            "Wait for your offer".into(),
            format!(
                "{whom} has signed. The programme office checks everything and writes to you. You need not do anything."
            ),
            None,
        ),
        ApplicationStep::AnswerOffer if !application.may(ApplicationAction::Accept) => (
            "Over soon",
            "The time to accept your place is over".into(),
            "If you still want it, write to the programme office today.".into(),
            None,
        ),
        ApplicationStep::AnswerOffer => (
            "Your next step",
            "Accept your place".into(),
            application
                .offer_until
                .as_ref()
                .map_or_else(String::new, |day| {
                    format!("It is kept for you until {}.", when::day_words(day))
                }),
            Some(("Accept the place", application.page("accept"))),
        ),
        ApplicationStep::WaitForMentor
        | ApplicationStep::NameMentor
        | ApplicationStep::Enrolled => (
            "Your next step",
            "Begin with your tasks".into(),
            "You have a place on the programme.".into(),
            Some(("See your award", Route::Home.href())),
        ),
        ApplicationStep::Over => over(application),
    };
    let inside = view! {
        <p class="govuk-body">{why}</p>
        {press.map(|(words, href)| button::link(href, words))}
    };
    next::panel(label, what, inside.into_any())
}

/// The page to go on with: the needs analysis comes after the questions.
fn go_on(application: &Application) -> &'static str {
    match resume(&|name| said(application, name)) {
        "check" if needs::is_lacking(application) => needs::PAGE,
        page => page,
    }
}

type Next = (&'static str, String, String, Option<(&'static str, String)>);

fn over(application: &Application) -> Next {
    if let (Some(later), Some(goes_on)) = (&application.deferred_to, &application.goes_on_as) {
        return (
            "Over",
            format!("It is put off to {}", later.name),
            "Another application goes on for that cohort, with everything that you answered."
                .into(),
            Some((
                "See that application",
                Route::Application(goes_on.inner().into()).href(),
            )),
        );
    }
    let (what, help) = match application.state {
        ApplicationState::Rejected => (
            "The programme office said no",
            "If something is wrong with it, or things have changed since, write to the programme office or apply again.",
        ),
        ApplicationState::Withdrawn => (
            "You withdrew this application",
            "It has cost you nothing. You can apply again while applications are open.",
        ),
        _ => (
            "This application ran out of time",
            "You can apply again for the next cohort.",
        ),
    };
    let reason = application
        .reason
        .as_ref()
        .map_or_else(String::new, |reason| format!("The reason: {reason} "));
    (
        "Over",
        what.into(),
        format!("{reason}{help}"),
        Some(("Apply again", Route::BeginApplication.href())),
    )
}
