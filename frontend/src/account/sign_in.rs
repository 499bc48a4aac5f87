//! Signing in by a code that comes by e-mail. The page stands in place of the one that was wanted:
//! once somebody is signed in, that one shows.

use cynic::MutationBuilder;
use leptos::prelude::*;

use super::queries::{
    RequestSignIn, RequestSignInInput, RequestVariables, SignIn, SignInInput, SignInVariables,
};
use crate::navigate::expect_focus;
use crate::route::Route;
use crate::ui::field::TextField;
use crate::ui::form::{Field, Form};
use crate::ui::{banner, button, errors, heading};
use crate::{part, session};

pub fn page(expired: bool) -> AnyView {
    let asked = RwSignal::new(None::<String>);
    let address = Form::new("sign-in").field("email");
    (move || match asked.get() {
        None => ask_address(address, asked, expired),
        Some(email) => ask_code(email, asked),
    })
    .into_any()
}

fn ask_address(email: Field, asked: RwSignal<Option<String>>, expired: bool) -> AnyView {
    let form = email.form;
    let send = move || {
        let input = RequestSignInInput {
            email: email.get().trim().into(),
        };
        form.send(
            RequestSignIn::build(RequestVariables { input }),
            move |_| {
                banner::clear();
                expect_focus();
                asked.set(Some(email.get().trim().into()));
            },
        );
    };
    let inside = view! {
        <TextField field=email label="E-mail address" kind="email" autocomplete="email"
            hint="The address that the portal has for you. There is no password: we send you a code." />
        {button::submit(form, "Continue")}
    };
    let notice = expired.then(|| {
        view! {
            <div class="govuk-inset-text" role="alert">"You were signed out because your session ended. Sign in again to go on where you were: what you typed is kept on this device."</div>
        }
        .into_any()
    });
    view! {
        {errors::summary(form)}
        {heading::heading("Sign in")}
        {notice}
        {button::form(form, send, inside.into_any())}
        <p class="govuk-body">"New here? "<a class="govuk-link" href=Route::Check.href()>"Check whether the award is for you"</a>"."</p>
        <p class="govuk-body"><a class="govuk-link" href=Route::Apply.href()>"Apply for a place"</a></p>
        <details class="govuk-details">
            <summary class="govuk-details__summary"><span class="govuk-details__summary-text">"Headteachers and mentors do not sign in"</span></summary>
            <div class="govuk-details__text">"You act through the link in the letter that we sent you by e-mail. If you cannot find it, ask the participant to have it sent again."</div>
        </details>
    }
    .into_any()
}

/// What comes by e-mail, once it was asked for.
pub fn ask_code(email: String, asked: RwSignal<Option<String>>) -> AnyView {
    // While somebody looks for their code.
    part::fetch_inside();
    let form = Form::new("sign-in-code");
    let code = form.field("code");
    let send = move || {
        // Codes are often pasted with spaces.
        let digits: String = code.get().chars().filter(char::is_ascii_digit).collect();
        let input = SignInInput { code: digits };
        form.send(SignIn::build(SignInVariables { input }), move |data| {
            expect_focus();
            session::begin(data.sign_in);
        });
    };
    let inside = view! {
        <TextField field=code label="Code" hint="6 digits" autocomplete="one-time-code" numeric=true width="govuk-input--width-5 govuk-input--extra-letter-spacing" />
        {button::submit(form, "Sign in")}
    };
    view! {
        {errors::summary(form)}
        {heading::heading("Check your e-mail")}
        <p class="govuk-body">"We sent a code to "<strong>{email}</strong>". It works for 15 minutes, in this browser. You can also press the link in the letter."</p>
        {button::form(form, send, inside.into_any())}
        <details class="govuk-details">
            <summary class="govuk-details__summary"><span class="govuk-details__summary-text">"The code has not come"</span></summary>
            <div class="govuk-details__text">
                <p>"It can take a few minutes. Look in the folder for junk mail too. If the portal does not know the address, the letter says so."</p>
                <button type="button" class="govuk-button govuk-button--secondary" on:click=move |_| {
                    expect_focus();
                    asked.set(None);
                }>"Ask for another code, or use another address"</button>
            </div>
        </details>
    }
    .into_any()
}
