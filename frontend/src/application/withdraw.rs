//! The applicant takes the application back, or gives the place up.

use cynic::MutationBuilder;
use leptos::prelude::*;

use super::changes::{Withdraw, WithdrawApplicationInput, WithdrawVariables};
use super::leaving::Why;
use super::queries::Application;
use super::step::not_now;
use super::words::ApplicationAction;
use crate::navigate::go;
use crate::ui::form::Form;
use crate::ui::{banner, button, errors, heading};

pub fn page(application: Application) -> AnyView {
    if !application.may(ApplicationAction::Withdraw) {
        return not_now(&application);
    }
    let form = Form::new(format!("withdraw-{}", application.id.inner()));
    let why = Why::of(form);
    let back = application.href();
    let (id, href) = (application.id.clone(), back.clone());
    let send = move || {
        let href = href.clone();
        let Some((leaving, reason)) = why.given() else {
            return;
        };
        let input = WithdrawApplicationInput {
            application_id: id.clone(),
            leaving,
            reason,
        };
        form.send(Withdraw::build(WithdrawVariables { input }), move |_| {
            go(&href);
            banner::done("Done. The application is over.");
        });
    };
    let later = application
        .may(ApplicationAction::Defer)
        .then(|| view! { <p class="govuk-body">"Would a later start suit you better? "<a class="govuk-link" href=application.page("defer")>"Put it off to a later cohort"</a>" instead."</p> });
    let inside = view! {
        {why.fields()}
        <div class="govuk-button-group">
            {button::warning(form, "Withdraw it")}
            <a class="govuk-link" href=back.clone()>"Cancel"</a>
        </div>
    };
    view! {
        {heading::back(back, "Back")}
        {errors::summary(form)}
        {heading::captioned(application.what_for(), "Withdraw your application?")}
        <p class="govuk-body">"It is free of charge. Whoever was asked to sign or to be your mentor hears that there is nothing left to do. You can apply again while applications are open."</p>
        {later}
        {button::form(form, send, inside.into_any())}
    }
    .into_any()
}
