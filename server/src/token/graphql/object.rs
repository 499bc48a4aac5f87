//! One key of a reporting tool in the schema.

use async_graphql::{Enum, ID};
use chrono::{DateTime, Utc};
use entity::api_token;

use super::address::{AddressesOf, ReportAddress};
use super::usage::{ApiTokenUse, UsageOf};
use crate::access;
use crate::programme::graphql::{Group, GroupById};
use crate::reading::int;
use crate::schema::{each, named, object};
use crate::token;

/// What a reporting tool may read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "access::TokenScope")]
pub enum TokenScope {
    /// Numbers and states, without names.
    Reports,
    /// Names and addresses as well.
    ReportsPersonal,
}

/// Whether a token opens anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "token::State", name = "ApiTokenState")]
pub enum TokenState {
    /// It does.
    Active,
    /// Its last day is over.
    Expired,
    /// It was taken away.
    Revoked,
}

named!(TokenScope, TokenState);

object! {
    /// A key for a reporting tool.
    ApiToken(token: api_token::Model, loads);

    /// Stable for good.
    id: ID => token.id.into();
    /// What it is for.
    name: &str => &token.name;
    /// What it may read.
    scopes: Vec<TokenScope> => {
        token
            .scopes
            .split(' ')
            .filter_map(access::TokenScope::parse)
            .map(Into::into)
            .collect()
    };
    /// The one group that it may read; null for all.
    group: Option<Group> where found = token.group_id.map(GroupById) => each(found);
    /// Whether it opens anything now.
    state: TokenState => token::State::of(token, loads.reader().now).into();
    /// Points that it has in an hour. A point is one object that an answer could hold.
    points_per_hour: i32 => int(loads.reader().portal.config.token_points_per_hour);
    /// What it used on each of the last 30 days, newest first, up to some seconds ago. Days without use are left out.
    usage: Vec<ApiTokenUse> where found = UsageOf(token.id) => each(found);
    /// Secret addresses of report files that stand for it, newest first; at most 50.
    addresses: Vec<ReportAddress> where found = AddressesOf(token.id) => each(found);
    /// When it was made.
    created_at: DateTime<Utc> => token.created_at;
    /// When it ends.
    expires_at: Option<DateTime<Utc>> => token.expires_at;
    /// When it was last used, to the minute.
    last_used_at: Option<DateTime<Utc>> => token.last_used_at;
    /// When it was taken away.
    revoked_at: Option<DateTime<Utc>> => token.revoked_at;
}
