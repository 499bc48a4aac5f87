//! The office says no. It needs a reason.

use cynic::MutationBuilder;
use leptos::prelude::*;

use super::changes::{EndApplicationInput, Reject, RejectVariables};
use super::queries::Application;
use super::step::not_now;
use super::words::ApplicationAction;
use crate::navigate::go;
use crate::ui::field::TextArea;
use crate::ui::form::Form;
use crate::ui::{banner, button, errors, heading};

pub fn reject(application: Application) -> AnyView {
    if !application.may(ApplicationAction::Reject) {
        return not_now(&application);
    }
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
        form.send(Reject::build(RejectVariables { input }), move |_| {
            go(&href);
            banner::done("Done. The application is over.");
        });
    };
    let inside = view! {
        <TextArea field=reason label="Reason" rows="3" hint="The applicant reads these words." />
        <div class="govuk-button-group">
            {button::warning(form, "Reject it")}
            <a class="govuk-link" href=back.clone()>"Cancel"</a>
        </div>
    };
    view! {
        {heading::back(back, "Back")}
        {errors::summary(form)}
        {heading::captioned(application.what_for(), "Reject this application?")}
        <p class="govuk-body">"The applicant gets a letter with your reason. Whoever was asked to sign or to be the mentor hears that there is nothing left to do."</p>
        {button::form(form, send, inside.into_any())}
    }
    .into_any()
}
