//! Reporting tools' keys in the schema.

use async_graphql::{Context, Description, Enum, ID, InputObject, Object, Result, SimpleObject};
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use entity::api_token;
use sea_orm::{EntityTrait as _, QueryFilter as _};

use super::NewToken;
use crate::access::{self, Guarded as _};
use crate::clock::london_moment;
use crate::programme::graphql::{Group, GroupById};
use crate::reading::{Direction, Page, SortKey, page};
use crate::schema::{
    Connected, actor, connect, known, loads, maybe_uuid, nodes, portal, uuid, wants_total,
};
use crate::tx;

/// What a reporting tool may read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "access::TokenScope")]
pub enum TokenScope {
    /// Numbers and states, without names.
    Reports,
    /// Names and addresses as well.
    ReportsPersonal,
}

/// A new key for a reporting tool.
#[derive(InputObject)]
pub struct CreateApiTokenInput {
    /// What it is for, so that you know it again.
    name: String,
    /// What it may read; at least one.
    scopes: Vec<TokenScope>,
    /// The one group that it may read; all if left out.
    group_id: Option<ID>,
    /// Its last day, in London; none if left out.
    expires_on: Option<NaiveDate>,
}

/// A key that was just made.
#[derive(SimpleObject)]
pub struct NewApiToken {
    /// The key itself. Told this once: only its hash is kept.
    secret: String,
    /// What is kept of it.
    token: ApiToken,
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
        Ok(loads(ctx).load_one(GroupById(id)).await?.map(Group))
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

#[derive(Default)]
pub struct TokenQuery;

#[Object]
impl TokenQuery {
    /// Reporting tools' keys, newest first. For administrators.
    async fn api_tokens(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many rows, 0 to 100.")] first: i32,
        #[graphql(desc = "The cursor of the last row of the page before.")] after: Option<String>,
    ) -> Result<Connected<ApiToken>> {
        let reader = known(ctx)?;
        access::entitle::<access::ReadOffice>(&reader.actor)?;
        let select = api_token::Entity::find().filter(api_token::Entity::visible(&reader.actor));
        let (sort, wanted) = (SortKey::age(Direction::Desc), Page::new(first, after)?);
        let slice = page(
            reader,
            select,
            sort,
            api_token::Column::Id,
            |row| row.id,
            wanted,
            wants_total(ctx),
        )
        .await?;
        if nodes(ctx).iter().any(|look| look.field("group").exists()) {
            loads(ctx)
                .load_many(
                    slice
                        .rows
                        .iter()
                        .filter_map(|(_, row)| row.group_id.map(GroupById)),
                )
                .await?;
        }
        Ok(connect(slice, ApiToken))
    }
}

#[derive(Default)]
pub struct TokenMutation;

#[Object]
impl TokenMutation {
    /// Makes a key for a reporting tool. For administrators.
    async fn create_api_token(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What the key opens.")] input: CreateApiTokenInput,
    ) -> Result<NewApiToken> {
        let end_of_day = NaiveTime::from_hms_opt(23, 59, 59).unwrap_or_default();
        let wanted = NewToken {
            name: input.name,
            scopes: input.scopes.into_iter().map(Into::into).collect(),
            group_id: maybe_uuid(input.group_id.as_ref(), "group")?,
            expires_at: input.expires_on.map(|day| london_moment(day, end_of_day)),
        };
        let entitled = access::entitle::<access::CreateToken>(actor(ctx))?;
        let made = tx::write(portal(ctx), actor(ctx), async |tx| {
            super::create(tx, entitled, wanted).await
        });
        let (secret, token) = made.await?;
        Ok(NewApiToken {
            secret,
            token: ApiToken(token),
        })
    }

    /// Takes a reporting tool's key away, at once. For administrators.
    async fn revoke_api_token(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The key's id.")] id: ID,
    ) -> Result<ApiToken> {
        let id = uuid(&id, api_token::Entity::NAME)?;
        let row = tx::write(portal(ctx), actor(ctx), async |tx| {
            let token = access::load::<access::RevokeToken>(tx, id).await?;
            super::revoke(tx, token).await
        });
        Ok(ApiToken(row.await?))
    }
}
