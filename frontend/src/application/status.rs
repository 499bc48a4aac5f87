//! Where one's own application stands.

use leptos::prelude::*;

use super::check::all_answers;
use super::queries::{Application, ApplicationQuery, Place};
use super::words::{ApplicationAction, ApplicationState};
use super::{next, place, question, school, stages};
use crate::event;
use crate::route::Route;
use crate::ui::answer::{Answer, answer, show};
use crate::ui::{button, heading, summary, when};

pub fn page(id: String) -> AnyView {
    let application = answer(move || question(&id));
    show(application, move |data| {
        drawn(data.application, application)
    })
}

pub fn drawn(application: Application, answer: Answer<ApplicationQuery>) -> AnyView {
    let written = application.state != ApplicationState::Draft;
    let answers = written.then(|| {
        view! {
            <details class="govuk-details">
                <summary class="govuk-details__summary"><span class="govuk-details__summary-text">"Your answers"</span></summary>
                <div class="govuk-details__text">{all_answers(&application, None)}</div>
            </details>
        }
        .into_any()
    });
    let withdraw = application
        .may(ApplicationAction::Withdraw)
        .then(|| button::secondary(application.page("withdraw"), "Withdraw the application"));
    let defer = application
        .may(ApplicationAction::Defer)
        .then(|| button::secondary(application.page("defer"), "Put it off to a later cohort"));
    view! {
        {heading::back(Route::Applications.href(), "Your applications")}
        {heading::captioned(application.what_for(), "Your application")}
        {stages::stages(&application)}
        {next::panel(&application)}
        {change(&application)}
        {application.group.as_ref().map(|place| offer(&application, place))}
        {school::panels(&application, answer)}
        {answers}
        <div class="govuk-button-group">{defer} {withdraw}</div>
        <h2 class="govuk-heading-m">"What happened"</h2>
        {event::timeline(application.timeline)}
    }
    .into_any()
}

/// Until when a place that was accepted can still be given up.
fn change(application: &Application) -> Option<AnyView> {
    let until = application.change_until.as_ref()?;
    let may = application.state == ApplicationState::Enrolled
        && application.may(ApplicationAction::Withdraw);
    may.then(|| {
        view! { <p class="govuk-inset-text">"You can still change your mind until " {when::day_words(until)} ": put it off to a later cohort or withdraw, below. Both are free of charge, and your tasks of this cohort end."</p> }
            .into_any()
    })
}

/// The place that is offered.
fn offer(application: &Application, place: &Place) -> AnyView {
    view! { <h2 class="govuk-heading-m">"Your place"</h2> {details(application, place)} }.into_any()
}

pub fn details(application: &Application, place: &Place) -> AnyView {
    let tutor = place
        .tutor
        .as_ref()
        .map_or_else(|| "Not named yet".into(), |tutor| tutor.name.clone());
    let cohort = &application.cohort;
    let mut rows = vec![
        summary::row("Award", cohort.award.name.clone()),
        summary::row(
            "Cohort and group",
            format!("{}, {}", cohort.name, place.name),
        ),
        summary::row("From", when::day_words(&cohort.starts_on)),
        summary::row("To", when::day_words(&cohort.ends_on)),
        summary::row("Tutor", tutor),
    ];
    rows.extend(place::way(application, place));
    rows.extend(application.fee.iter().flat_map(place::cost));
    if application.state == ApplicationState::Offered {
        rows.extend(
            application
                .offer_until
                .as_ref()
                .map(|day| summary::row("The offer stands until", when::day_words(day))),
        );
    }
    summary::list(rows)
}
