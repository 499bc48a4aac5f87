//! One token: what it may read, what it used, and the addresses that stand for it.

use cynic::QueryBuilder;
use leptos::prelude::*;

use super::queries::{ReportAddress, TokenQuery, WholeToken};
use super::{TokenState, may_read, usage};
use crate::api::ById;
use crate::route::Route;
use crate::ui::answer::{answer, show};
use crate::ui::table::{Cells, Column, plain, table, words};
use crate::ui::{button, heading, summary, tag, when};

const ADDRESSES: [Column; 4] = [
    plain("File"),
    plain("Created"),
    plain("Last used"),
    plain("Revoke it"),
];

pub fn page(id: String) -> AnyView {
    let token = answer(move || {
        TokenQuery::build(ById {
            id: cynic::Id::new(&*id),
        })
    });
    show(token, |data| drawn(data.api_token))
}

fn drawn(token: WholeToken) -> AnyView {
    let id = token.id.inner().to_string();
    let group = token.group.as_ref().map(|group| group.name.as_str());
    let mut rows = vec![
        summary::row("State", token.state.tag()),
        summary::row("May read", may_read(&token.scopes, group)),
        summary::row("Created", when::exact(&token.created_at)),
        summary::row("Expires", moment_or(token.expires_at.as_ref(), "Never")),
        summary::row("Last used", moment_or(token.last_used_at.as_ref(), "Never")),
    ];
    if let Some(at) = &token.revoked_at {
        rows.push(summary::row("Revoked", when::exact(at)));
    }
    let active = token.state == TokenState::Active;
    view! {
        {heading::back(Route::Tokens.href(), "API tokens")}
        {heading::captioned("API token".into(), token.name)}
        {summary::list(rows)}
        {active.then(|| button::secondary(Route::RevokeToken(id.clone()).href(), "Revoke this token"))}
        {usage::panel(token.usage, token.points_per_hour)}
        {addresses(&id, token.addresses, active)}
    }
    .into_any()
}

fn moment_or(at: Option<&crate::api::Moment>, none: &'static str) -> AnyView {
    at.map_or_else(|| words(none), when::exact)
}

fn addresses(token: &str, addresses: Vec<ReportAddress>, active: bool) -> AnyView {
    let add = active.then(|| {
        button::link(
            Route::AddAddress(token.to_string()).href(),
            "Create an address",
        )
    });
    let body = match addresses.is_empty() {
        true => view! { <p class="govuk-body">"It has no addresses."</p> }.into_any(),
        false => {
            let rows = addresses
                .into_iter()
                .map(|address| row(token, address, active))
                .collect();
            table("Addresses", &ADDRESSES, rows)
        }
    };
    view! {
        <h2 class="govuk-heading-m">"Addresses for spreadsheets"</h2>
        <p class="govuk-body">"A spreadsheet that cannot send a token reads one report from a secret address. The address works as long as the token does, and can be revoked alone."</p>
        {body}
        {add}
    }
    .into_any()
}

fn row(token: &str, address: ReportAddress, active: bool) -> Cells {
    let revoke = match &address.revoked_at {
        Some(at) => view! { {tag::tag("Revoked", "red")} " " {when::ago(at)} }.into_any(),
        None if active => {
            let route = Route::RevokeAddress(token.to_string(), address.id.inner().to_string());
            let hidden = format!(" {}", address.file);
            view! { <a class="govuk-link" href=route.href()>"Revoke"<span class="govuk-visually-hidden">{hidden}</span></a> }.into_any()
        }
        None => words("Ended with its token"),
    };
    vec![
        words(address.file),
        when::ago(&address.created_at),
        address
            .last_used_at
            .as_ref()
            .map_or_else(|| words("Never"), when::ago),
        revoke,
    ]
}
