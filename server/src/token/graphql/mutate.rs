//! Making a key and taking it away.

use async_graphql::{Context, Error, ID, InputObject, Object, Result};
use chrono::NaiveDate;
use entity::api_token;

use super::{ApiToken, TokenScope};
use crate::access::{self, Guarded as _};
use crate::schema::{actor, maybe_uuid, object, portal, uuid};
use crate::token::{NewToken, create, expires_on, revoke};
use crate::tx;

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
        let wanted = NewToken::try_from(input)?;
        let entitled = access::entitle::<access::CreateToken>(actor(ctx))?;
        let made = tx::write(portal(ctx), actor(ctx), async |tx| {
            create(tx, entitled, wanted).await
        });
        Ok(NewApiToken::from(made.await?))
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
            revoke(tx, token).await
        });
        Ok(ApiToken::from(row.await?))
    }
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

impl TryFrom<CreateApiTokenInput> for NewToken {
    type Error = Error;

    fn try_from(input: CreateApiTokenInput) -> Result<Self> {
        Ok(Self {
            name: input.name,
            scopes: input.scopes.into_iter().map(Into::into).collect(),
            group_id: maybe_uuid(input.group_id.as_ref(), "group")?,
            expires_at: input.expires_on.map(expires_on),
        })
    }
}

object! {
    /// A key that was just made.
    NewApiToken(made: (String, api_token::Model), loads);

    /// The key itself. Told this once: only its hash is kept.
    secret: &str => &made.0;
    /// What is kept of it.
    token: ApiToken => made.1.clone().into();
}
