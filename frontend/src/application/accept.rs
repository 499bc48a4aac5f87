//! Accepting the place that is offered.

use cynic::MutationBuilder;
use leptos::prelude::*;

use super::changes::{Accept, AcceptPlaceInput, AcceptVariables};
use super::queries::Application;
use super::status::details;
use super::step::not_now;
use super::words::{ApplicationAction, InvitationState};
use crate::navigate::go;
use crate::route::Route;
use crate::session;
use crate::ui::form::Form;
use crate::ui::{banner, button, errors, heading};

/// Whether a mentor will read what is handed in.
fn mentor(application: &Application) -> String {
    let Some(asked) = &application.invitation else {
        return String::new();
    };
    let name = &asked.mentor.name;
    match asked.state {
        InvitationState::Accepted => format!("{name} is your mentor."),
        InvitationState::Invited | InvitationState::Bounced => {
            format!("{name} has not answered yet whether they will be your mentor.")
        }
        InvitationState::Declined | InvitationState::Superseded => {
            "You have no mentor yet: the programme office helps you to find one.".into()
        }
    }
}

pub fn page(application: Application) -> AnyView {
    let back = application.href();
    let place = application.group.as_ref();
    let Some(place) = place.filter(|_| application.may(ApplicationAction::Accept)) else {
        return not_now(&application);
    };
    let form = Form::new("accept");
    let id = application.id.clone();
    let send = move || {
        let input = AcceptPlaceInput {
            application_id: id.clone(),
        };
        form.send(Accept::build(AcceptVariables { input }), |_| {
            // Somebody with a place is a participant, and sees other pages.
            session::open();
            go(&Route::Home.href());
            banner::done("You have a place. Welcome!");
        });
    };
    let inside = view! {
        <div class="govuk-button-group">
            {button::submit(form, "Accept the place")}
            <a class="govuk-link" href=back.clone()>"Not now"</a>
        </div>
    };
    view! {
        {heading::back(back, "Your application")}
        {errors::summary(form)}
        {heading::captioned(application.what_for(), "Accept this place?")}
        {details(&application, place)}
        <p class="govuk-body">"Your programme begins with your first tasks as soon as you accept. You can still change your mind for some days afterwards, free of charge. " {mentor(&application)}</p>
        {button::form(form, send, inside.into_any())}
    }
    .into_any()
}
