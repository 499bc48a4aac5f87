//! Ending an application: the applicant withdraws it, or the office says no. Both need a reason.

use cynic::MutationBuilder;
use leptos::prelude::*;

use super::changes::{EndApplicationInput, Reject, RejectVariables, Withdraw, WithdrawVariables};
use super::queries::Application;
use super::step::not_now;
use super::words::ApplicationAction;
use crate::navigate::go;
use crate::ui::field::TextArea;
use crate::ui::form::Form;
use crate::ui::{banner, button, errors, heading};

pub fn withdraw(application: Application) -> AnyView {
    page(application, ApplicationAction::Withdraw)
}

pub fn reject(application: Application) -> AnyView {
    page(application, ApplicationAction::Reject)
}

fn page(application: Application, action: ApplicationAction) -> AnyView {
    if !application.may(action) {
        return not_now(&application);
    }
    let mine = action == ApplicationAction::Withdraw;
    let (title, what_happens, hint, press) = match mine {
        true => (
            "Withdraw your application?",
            "It is free of charge. Whoever was asked to sign or to be your mentor hears that there is nothing left to do. You can apply again later.",
            "For example, “The place is too far away”",
            "Withdraw it",
        ),
        false => (
            "Reject this application?",
            "The applicant gets a letter with your reason. Whoever was asked to sign or to be the mentor hears that there is nothing left to do.",
            "The applicant reads these words.",
            "Reject it",
        ),
    };
    let form = Form::new(format!("end-{}", application.id.inner()));
    let reason = form.field("reason");
    let back = application.href();
    let (id, href) = (application.id.clone(), back.clone());
    let send = move || {
        let href = href.clone();
        let input = EndApplicationInput {
            application_id: id.clone(),
            reason: reason.get(),
        };
        let done = move || {
            go(&href);
            banner::done("Done. The application is over.");
        };
        match mine {
            true => form.send(Withdraw::build(WithdrawVariables { input }), move |_| {
                done()
            }),
            false => form.send(Reject::build(RejectVariables { input }), move |_| done()),
        }
    };
    let inside = view! {
        <TextArea field=reason label="Reason" rows="3" hint=hint />
        <div class="govuk-button-group">
            {button::warning(form, press)}
            <a class="govuk-link" href=back.clone()>"Cancel"</a>
        </div>
    };
    view! {
        {heading::back(back, "Back")}
        {errors::summary(form)}
        {heading::captioned(application.what_for(), title)}
        <p class="govuk-body">{what_happens}</p>
        {button::form(form, send, inside.into_any())}
    }
    .into_any()
}
