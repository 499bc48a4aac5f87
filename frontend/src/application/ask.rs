//! Having somebody else asked to sign for the school, or the same person at another address.

use cynic::MutationBuilder;
use leptos::prelude::*;

use super::answers::said;
use super::changes::{Replace, ReplaceSignatoryInput, ReplaceVariables};
use super::queries::Application;
use super::step::not_now;
use super::words::{AgreementState, ApplicationAction, SignatoryCapacity};
use crate::navigate::go;
use crate::ui::choice::Radios;
use crate::ui::field::{TextArea, TextField};
use crate::ui::form::Form;
use crate::ui::{banner, button, errors, heading};

pub fn page(application: Application) -> AnyView {
    if !application.may(ApplicationAction::ReplaceSignatory) {
        return not_now(&application);
    }
    let form = Form::new(format!("ask-{}", application.id.inner()));
    let [name, email, capacity] = ["signatoryName", "signatoryEmail", "signatoryCapacity"]
        .map(|name| form.field_or(name, &said(&application, name)));
    let reason = form.field("reason");
    let back = application.href();
    let (id, href) = (application.id.clone(), back.clone());
    let send = move || {
        let chosen =
            SignatoryCapacity::named(&capacity.required("Choose what they are at the school"));
        let Some(signatory_capacity) = chosen else {
            return;
        };
        let (href, done) = (href.clone(), format!("We are writing to {}.", name.get()));
        let input = ReplaceSignatoryInput {
            application_id: id.clone(),
            signatory_name: name.get(),
            signatory_email: email.get(),
            signatory_capacity,
            reason: reason.get(),
        };
        form.send(Replace::build(ReplaceVariables { input }), move |_| {
            go(&href);
            banner::done(done);
        });
    };
    let signed = application
        .agreement
        .as_ref()
        .is_some_and(|asked| asked.state == AgreementState::Signed);
    let warning = signed.then(|| view! { <p class="govuk-body"><strong>"The school has signed. That signature counts no more if you ask somebody else."</strong></p> }.into_any());
    let inside = view! {
        <TextField field=name label="Their full name" />
        <TextField field=email label="Their e-mail address at work" kind="email" hint="Their own, not that of the person who applies: nobody signs for themselves." />
        <Radios field=capacity legend="What are they at the school?" choices=SignatoryCapacity::choices() />
        <TextArea field=reason label="Why?" rows="2" hint="For example, “The address had a typing mistake”. It stands in the history." />
        {button::submit(form, "Ask them to sign")}
    };
    view! {
        {heading::back(back, "Back")}
        {errors::summary(form)}
        {heading::captioned(application.what_for(), "Ask somebody else, or correct the address")}
        <p class="govuk-body">"They get a letter by e-mail. The links in letters of before stop working at once, and whoever was asked before is told."</p>
        {warning}
        {button::form(form, send, inside.into_any())}
    }
    .into_any()
}
