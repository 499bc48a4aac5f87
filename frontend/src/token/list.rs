//! All tokens; never their secrets.

use cynic::QueryBuilder;
use leptos::prelude::*;

use super::queries::{ApiToken, Tokens, TokensVariables};
use crate::navigate::address;
use crate::route::Route;
use crate::ui::answer::{answer, show};
use crate::ui::listing::{Called, listing};
use crate::ui::pager::{ROWS, after};
use crate::ui::table::{Cells, Column, plain, words};
use crate::ui::{button, heading, tag, when};

const COLUMNS: [Column; 6] = [
    plain("Token"),
    plain("May read"),
    plain("Created"),
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
    let scopes: Vec<&str> = token.scopes.iter().map(|scope| scope.words()).collect();
    let group = token.group.map_or("every group".into(), |group| group.name);
    let revoke = match &token.revoked_at {
        Some(at) => view! { {tag::tag("Revoked", "grey")} " " {when::ago(at)} }.into_any(),
        None => {
            let hidden = format!(" {}", token.name);
            view! { <a class="govuk-link" href=Route::RevokeToken(token.id.inner().into()).href()>"Revoke"<span class="govuk-visually-hidden">{hidden}</span></a> }.into_any()
        }
    };
    vec![
        words(token.name),
        words(format!("{}, {group}", scopes.join(", "))),
        when::ago(&token.created_at),
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
