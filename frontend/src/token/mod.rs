//! Tokens with which a reporting tool reads the data, what they use, and the addresses that stand for them.

pub mod address;
pub mod form;
pub mod list;
mod once;
pub mod page;
pub mod queries;
pub mod revoke;
mod usage;

use leptos::prelude::*;

use crate::api::schema;
use crate::ui::tag;

#[derive(cynic::Enum, Clone, Copy, Debug, PartialEq)]
#[cynic(graphql_type = "ApiTokenState")]
pub enum TokenState {
    Active,
    Expired,
    Revoked,
}
reads_word!(TokenState);

impl TokenState {
    pub fn tag(self) -> AnyView {
        match self {
            TokenState::Active => tag::tag("Active", "green"),
            TokenState::Expired => tag::tag("Expired", "grey"),
            TokenState::Revoked => tag::tag("Revoked", "red"),
        }
    }
}

#[derive(cynic::Enum, Clone, Copy, Debug, PartialEq)]
pub enum TokenScope {
    Reports,
    ReportsPersonal,
}
reads_word!(TokenScope);

impl TokenScope {
    pub fn words(self) -> &'static str {
        match self {
            TokenScope::Reports => "Reports",
            TokenScope::ReportsPersonal => "Names and addresses",
        }
    }
}

/// What a token may read, in words.
fn may_read(scopes: &[TokenScope], group: Option<&str>) -> String {
    let scopes: Vec<&str> = scopes.iter().map(|scope| scope.words()).collect();
    format!("{}, {}", scopes.join(", "), group.unwrap_or("every group"))
}
