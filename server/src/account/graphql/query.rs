//! Asking who one is.

use async_graphql::{Context, Object, Result};
use chrono::{DateTime, Utc};
use entity::sign_in;

use super::Me;
use super::welcome::{limited, over};
use crate::account::{self, link_target};
use crate::schema::{actor, object, portal, reader};

#[derive(Default)]
pub struct AccountQuery;

#[Object]
impl AccountQuery {
    /// You; null when nobody is signed in.
    async fn me(&self, ctx: &Context<'_>) -> Result<Option<Me>> {
        match actor(ctx).user() {
            Some(user) => Ok(account::person(reader(ctx), user.id).await?.map(Me::from)),
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
        Ok(SignInLink::from(target.ok_or_else(over)?))
    }
}

object! {
    /// Whom a sign-in link is for.
    SignInLink(link: sign_in::Model, loads);

    /// Who will be signed in.
    email: &str => &link.email;
    /// Until then it can be used.
    expires_at: DateTime<Utc> => link.expires_at;
}
