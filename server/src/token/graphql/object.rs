//! One key of a reporting tool in the schema.

use async_graphql::{Enum, ID};
use chrono::{DateTime, Utc};
use entity::api_token;

use crate::access;
use crate::programme::graphql::{Group, GroupById};
use crate::schema::{each, named, object};

/// What a reporting tool may read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "access::TokenScope")]
pub enum TokenScope {
    /// Numbers and states, without names.
    Reports,
    /// Names and addresses as well.
    ReportsPersonal,
}

named!(TokenScope);

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
    /// When it was made.
    created_at: DateTime<Utc> => token.created_at;
    /// When it ends.
    expires_at: Option<DateTime<Utc>> => token.expires_at;
    /// When it was last used, to the minute.
    last_used_at: Option<DateTime<Utc>> => token.last_used_at;
    /// When it was taken away.
    revoked_at: Option<DateTime<Utc>> => token.revoked_at;
}
