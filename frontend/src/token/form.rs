//! Creating a token. Its secret is shown once.

use cynic::MutationBuilder;
use leptos::prelude::*;

use super::TokenScope;
use super::once::{self, Once};
use super::queries::{CreateApiToken, CreateApiTokenInput, CreateVariables};
use crate::group;
use crate::navigate::expect_focus;
use crate::route::Route;
use crate::ui::choice::{Checkboxes, Choice};
use crate::ui::date_input::{self, DateInput};
use crate::ui::field::TextField;
use crate::ui::form::Form;
use crate::ui::{button, errors, heading, when};

pub fn page() -> AnyView {
    let secret = RwSignal::new(None::<String>);
    (move || match secret.get() {
        None => ask(secret),
        Some(words) => once::shown(Once {
            title: "Copy the token now",
            secret: words,
            how: "Send it with every request, as the header “Authorization: Bearer …”.",
            back: Route::Tokens.href(),
        }),
    })
    .into_any()
}

fn ask(secret: RwSignal<Option<String>>) -> AnyView {
    let form = Form::new("token");
    let [name, scopes, group] = ["name", "scopes", "groupId"].map(|name| form.field(name));
    let expires = form.field_or("expiresOn", &date_input::written(Some(&when::in_a_year())));
    let send = move || {
        let name = name.required("Enter what the token is for");
        scopes.required("Choose what the token may read");
        let chosen = scopes.chosen();
        let known = [TokenScope::Reports, TokenScope::ReportsPersonal];
        let input = CreateApiTokenInput {
            name,
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
        <DateInput field=expires legend="When does it expire? (optional)" hint="A date makes a forgotten token harmless. Without one it works until somebody revokes it." />
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
