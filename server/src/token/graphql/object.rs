//! One key of a reporting tool in the schema.

use async_graphql::{Context, Description, Enum, ID, Lookahead, Object, Result};
use chrono::{DateTime, Utc};
use entity::api_token;
use futures_util::future::BoxFuture;

use crate::access;
use crate::programme::graphql::{Group, GroupById};
use crate::schema::{Loads, Node, fetch_nodes, load};

/// What a reporting tool may read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "access::TokenScope")]
pub enum TokenScope {
    /// Numbers and states, without names.
    Reports,
    /// Names and addresses as well.
    ReportsPersonal,
}

/// A key for a reporting tool.
#[derive(Description)]
pub struct ApiToken(pub api_token::Model);

#[Object(use_type_description)]
impl ApiToken {
    /// Stable for good.
    async fn id(&self) -> ID {
        self.0.id.into()
    }

    /// What it is for.
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// What it may read.
    async fn scopes(&self) -> Vec<TokenScope> {
        self.0
            .scopes
            .split(' ')
            .filter_map(access::TokenScope::parse)
            .map(Into::into)
            .collect()
    }

    /// The one group that it may read; null for all.
    async fn group(&self, ctx: &Context<'_>) -> Result<Option<Group>> {
        let Some(id) = self.0.group_id else {
            return Ok(None);
        };
        Ok(load(ctx, GroupById(id)).await?.map(Group))
    }

    /// When it was made.
    async fn created_at(&self) -> DateTime<Utc> {
        self.0.created_at
    }

    /// When it ends.
    async fn expires_at(&self) -> Option<DateTime<Utc>> {
        self.0.expires_at
    }

    /// When it was last used, to the minute.
    async fn last_used_at(&self) -> Option<DateTime<Utc>> {
        self.0.last_used_at
    }

    /// When it was taken away.
    async fn revoked_at(&self) -> Option<DateTime<Utc>> {
        self.0.revoked_at
    }
}

impl Node for ApiToken {
    type Row = api_token::Model;

    fn prefetch<'a>(
        loads: &'a Loads,
        look: Lookahead<'a>,
        rows: &'a [api_token::Model],
    ) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            let groups = rows.iter().filter_map(|row| row.group_id.map(GroupById));
            fetch_nodes::<Group, _>(loads, look.field("group"), groups).await
        })
    }
}
