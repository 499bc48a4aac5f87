//! Revoking a token.

use cynic::MutationBuilder;
use leptos::prelude::*;

use super::queries::RevokeApiToken;
use crate::api::ById;
use crate::navigate::go;
use crate::route::Route;
use crate::ui::banner;
use crate::ui::confirm::{Confirm, confirm};
use crate::ui::form::Form;

pub fn page(id: String) -> AnyView {
    let form = Form::new("revoke");
    let page = Confirm {
        title: "Revoke this token?".into(),
        what_happens: view! {
            <p class="govuk-body">"Whatever uses it stops getting data at once. A revoked token cannot be brought back; you can create another."</p>
        }
        .into_any(),
        button: "Revoke it",
        back: Route::Tokens.href(),
    };
    confirm(form, page, move || {
        form.send(
            RevokeApiToken::build(ById {
                id: cynic::Id::new(&*id),
            }),
            |data| {
                go(&Route::Tokens.href());
                banner::done(format!("{} is revoked.", data.revoke_api_token.name));
            },
        );
    })
}
