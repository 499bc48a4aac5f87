//! Creating a token. Its secret is shown once.

use cynic::MutationBuilder;
use leptos::prelude::*;

use super::queries::{CreateApiToken, CreateApiTokenInput, CreateVariables, TokenScope};
use crate::group;
use crate::navigate::expect_focus;
use crate::route::Route;
use crate::ui::choice::{Checkboxes, Choice};
use crate::ui::date_input::DateInput;
use crate::ui::field::TextField;
use crate::ui::form::Form;
use crate::ui::{button, errors, heading};

pub fn page() -> AnyView {
    let secret = RwSignal::new(None::<String>);
    (move || match secret.get() {
        None => ask(secret),
        Some(words) => shown_once(words),
    })
    .into_any()
}

fn ask(secret: RwSignal<Option<String>>) -> AnyView {
    let form = Form::new("token");
    let [name, scopes, group, expires] =
        ["name", "scopes", "groupId", "expiresOn"].map(|name| form.field(name));
    let send = move || {
        let chosen = scopes.chosen();
        let known = [TokenScope::Reports, TokenScope::ReportsPersonal];
        let input = CreateApiTokenInput {
            name: name.required("Enter what the token is for"),
            scopes: known
                .into_iter()
                .filter(|scope| chosen.iter().any(|one| one == scope.words()))
                .collect(),
            group_id: group.filled().map(cynic::Id::new),
            expires_on: expires.day(),
        };
        form.send(
            CreateApiToken::build(CreateVariables { input }),
            move |data| {
                expect_focus();
                secret.set(Some(data.create_api_token.secret));
            },
        );
    };
    let choices = vec![
        Choice::new(TokenScope::Reports.words(), TokenScope::Reports.words())
            .hint("Progress, approvals, schools and groups, without names and addresses of people"),
        Choice::new(TokenScope::ReportsPersonal.words(), TokenScope::ReportsPersonal.words())
            .hint("Also who the participants, tutors and mentors are. Choose it only if the report needs it."),
    ];
    let inside = view! {
        <TextField field=name label="What is it for?" hint="For example, Monthly report for the board" />
        <Checkboxes field=scopes legend="What may it read?" choices=choices />
        {group::choose::select(group, "Only one group? (optional)", "Every group")}
        <DateInput field=expires legend="When does it expire? (optional)" hint="A date makes a forgotten token harmless." />
        {button::submit(form, "Create the token")}
    };
    view! {
        {heading::back(Route::Tokens.href(), "API tokens")}
        {errors::summary(form)}
        {heading::heading("Create a token")}
        {button::form(form, send, inside.into_any())}
    }
    .into_any()
}

fn shown_once(secret: String) -> AnyView {
    let copied = RwSignal::new(false);
    let words = secret.clone();
    let copy = move |_| {
        let promise = window().navigator().clipboard().write_text(&words);
        leptos::task::spawn_local(async move {
            if wasm_bindgen_futures::JsFuture::from(promise).await.is_ok() {
                let _ = copied.try_set(true);
            }
        });
    };
    view! {
        {heading::heading("Copy the token now")}
        <p class="govuk-body">"It is shown only this once. Keep it as you would keep a password."</p>
        <p class="portal-secret" id="secret">{secret}</p>
        <p class="govuk-body" role="status">{move || copied.get().then_some("Copied.")}</p>
        <div class="govuk-button-group">
            <button type="button" class="govuk-button" on:click=copy>"Copy"</button>
            <a class="govuk-link" href=Route::Tokens.href()>"I have copied it"</a>
        </div>
    }
    .into_any()
}
