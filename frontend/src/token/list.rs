//! All tokens; never their secrets.

use cynic::QueryBuilder;
use leptos::prelude::*;

use super::queries::{ApiToken, Tokens, TokensVariables};
use super::{TokenState, may_read};
use crate::navigate::address;
use crate::route::Route;
use crate::ui::answer::{answer, show};
use crate::ui::listing::{Called, listing};
use crate::ui::pager::{ROWS, after};
use crate::ui::table::{Cells, Column, link, plain, words};
use crate::ui::{button, heading, when};

const COLUMNS: [Column; 6] = [
    plain("Token"),
    plain("State"),
    plain("May read"),
    plain("Expires"),
    plain("Last used"),
    plain("Revoke it"),
];

pub fn page() -> AnyView {
    let query = address().query;
    let tokens = answer(move || {
        Tokens::build(TokensVariables {
            first: ROWS,
            after: query.with(after),
        })
    });
    view! {
        {heading::heading("API tokens")}
        <p class="govuk-body">"A reporting tool, such as a spreadsheet or Power BI, reads the data with a token. It can change nothing."</p>
        {button::link(Route::AddToken.href(), "Create a token")}
        {show(tokens, |data| {
            let page = data.api_tokens;
            let rows = page.nodes.into_iter().map(row).collect();
            listing(Called { one: "token", many: "tokens" }, &COLUMNS, rows, &page.page_info, page.total_count)
        })}
    }
    .into_any()
}

fn row(token: ApiToken) -> Cells {
    let id = token.id.inner().to_string();
    let revoke = match token.state {
        TokenState::Active => {
            let hidden = format!(" {}", token.name);
            view! { <a class="govuk-link" href=Route::RevokeToken(id.clone()).href()>"Revoke"<span class="govuk-visually-hidden">{hidden}</span></a> }.into_any()
        }
        _ => words("–"),
    };
    let group = token.group.as_ref().map(|group| group.name.as_str());
    vec![
        link(Route::Token(id).href(), token.name),
        token.state.tag(),
        words(may_read(&token.scopes, group)),
        token
            .expires_at
            .as_ref()
            .map_or_else(|| words("Never"), when::ago),
        token
            .last_used_at
            .as_ref()
            .map_or_else(|| words("Never"), when::ago),
        revoke,
    ]
}
