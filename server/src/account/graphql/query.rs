//! Asking who one is.

use async_graphql::{Context, Object, Result, SimpleObject};
use chrono::{DateTime, Utc};

use super::Me;
use super::welcome::{limited, over};
use crate::account::{link_target, person};
use crate::schema::{actor, portal, reader};

#[derive(Default)]
pub struct AccountQuery;

#[Object]
impl AccountQuery {
    /// You; null when nobody is signed in.
    async fn me(&self, ctx: &Context<'_>) -> Result<Option<Me>> {
        match actor(ctx).user() {
            Some(user) => Ok(person(reader(ctx), user.id).await?.map(Me)),
            None => Ok(None),
        }
    }

    /// What a sign-in link would do. Looking changes nothing.
    async fn sign_in_link(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The last part of the link's address.")] token: String,
    ) -> Result<SignInLink> {
        limited(ctx)?;
        let reader = reader(ctx);
        let target = link_target(&reader.db, &portal(ctx).keys, &token, reader.now).await?;
        let (asked, person) = target.ok_or_else(over)?;
        Ok(SignInLink {
            email: person.email,
            expires_at: asked.expires_at,
        })
    }
}

/// Whom a sign-in link is for.
#[derive(SimpleObject)]
pub struct SignInLink {
    /// Who will be signed in.
    email: String,
    /// Until then it can be used.
    expires_at: DateTime<Utc>,
}
