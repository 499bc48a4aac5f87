//! The link in the sign-in letter. Opening it shows whom it is for; only the button signs in,
//! since mail scanners open links too.

use cynic::{MutationBuilder, QueryBuilder};
use leptos::prelude::*;

use super::queries::{
    LinkVariables, SignInByLink, SignInByLinkInput, SignInByLinkVariables, SignInLink,
    SignInLinkQuery,
};
use crate::api::Problem;
use crate::navigate::go;
use crate::session;
use crate::ui::answer::answer;
use crate::ui::form::Form;
use crate::ui::{button, errors, heading, state, when};

pub fn page(token: String) -> AnyView {
    let asked = token.clone();
    let link = answer(move || {
        SignInLinkQuery::build(LinkVariables {
            token: asked.clone(),
        })
    });
    (move || match link.get() {
        None => state::loading(),
        Some(Ok(data)) => confirm(data.sign_in_link, token.clone()),
        Some(Err(Problem::Offline)) => state::failed(&Problem::Offline, move || link.reload()),
        Some(Err(_)) => over(),
    })
    .into_any()
}

fn confirm(link: SignInLink, token: String) -> AnyView {
    let form = Form::new("sign-in-link");
    let send = move || {
        let input = SignInByLinkInput {
            token: token.clone(),
        };
        form.send(
            SignInByLink::build(SignInByLinkVariables { input }),
            |data| {
                session::begin(data.sign_in_by_link);
                go("/");
            },
        );
    };
    view! {
        {errors::summary(form)}
        {heading::heading("Sign in")}
        <p class="govuk-body">"This link signs in "<strong>{link.email}</strong>". It works once, until " {when::moment_words(&link.expires_at)} "."</p>
        {button::form(form, send, button::submit(form, "Sign in"))}
    }
    .into_any()
}

fn over() -> AnyView {
    view! {
        {heading::heading("This link does not work any more")}
        <p class="govuk-body">"It works once, for 15 minutes. Ask for a new code to sign in."</p>
        {button::link("/sign-in".into(), "Sign in")}
    }
    .into_any()
}
