//! Signing in and out.

use async_graphql::{Context, ID, InputObject, Object, Result};
use chrono::{DateTime, Utc};
use entity::session;

use super::Me;
use super::cookie::set_cookie;
use super::welcome::{limited, welcome};
use crate::access::{self, Guarded as _};
use crate::account::{
    Asked, ask, cookie_name, end, register, sign_in_by_code, sign_in_by_link, sign_in_cookie_name,
    sign_out, sign_out_everywhere,
};
use crate::schema::{actor, object, portal, uuid};
use crate::tx;

/// Who wants to sign in.
#[derive(InputObject)]
pub struct RequestSignInInput {
    /// The address that the programme knows.
    email: String,
}

/// Who wants to apply.
#[derive(InputObject)]
pub struct RegisterInput {
    /// Their full name; at most 200 characters. Whoever is known keeps the name that they have.
    name: String,
    /// Their address.
    email: String,
}

/// The digits of a letter.
#[derive(InputObject)]
pub struct SignInInput {
    /// Six digits; spaces do not matter.
    code: String,
}

/// The link of a letter.
#[derive(InputObject)]
pub struct SignInByLinkInput {
    /// The last part of the link's address.
    token: String,
}

object! {
    /// That a letter is on its way, whether or not the address is known.
    SignInRequested(asked: Asked, loads);

    /// Where it goes.
    email: &str => &asked.email;
    /// Until then its code can be used.
    expires_at: DateTime<Utc> => asked.expires_at;
}

#[derive(Default)]
pub struct AccountMutation;

#[Object]
impl AccountMutation {
    /// Sends a letter with a code and a link. An address that is not known gets one that says so.
    async fn request_sign_in(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Who wants to sign in.")] input: RequestSignInInput,
    ) -> Result<SignInRequested> {
        limited(ctx)?;
        let portal = portal(ctx);
        let asked = tx::write(portal, actor(ctx), async |tx| ask(tx, &input.email).await).await?;
        set_cookie(ctx, sign_in_cookie_name(portal), &asked.browser, 3600);
        Ok(SignInRequested::from(asked))
    }

    /// Sends a letter with a code and a link to somebody who may be new here, such as an applicant. They become known when
    /// they use it.
    async fn register(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Who wants to apply.")] input: RegisterInput,
    ) -> Result<SignInRequested> {
        limited(ctx)?;
        let portal = portal(ctx);
        let asked = tx::write(portal, actor(ctx), async |tx| {
            register(tx, &input.name, &input.email).await
        });
        let asked = asked.await?;
        set_cookie(ctx, sign_in_cookie_name(portal), &asked.browser, 3600);
        Ok(SignInRequested::from(asked))
    }

    /// Signs in by the digits of the newest letter, in the browser that asked for it. Five wrong tries void the letter.
    async fn sign_in(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The digits.")] input: SignInInput,
    ) -> Result<Me> {
        let visit = limited(ctx)?;
        let tried = tx::write(portal(ctx), actor(ctx), async |tx| {
            sign_in_by_code(tx, visit, &input.code).await
        });
        welcome(ctx, tried.await?).await
    }

    /// Signs in by the link of a letter.
    async fn sign_in_by_link(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The link.")] input: SignInByLinkInput,
    ) -> Result<Me> {
        let visit = limited(ctx)?;
        let tried = tx::write(portal(ctx), actor(ctx), async |tx| {
            sign_in_by_link(tx, visit, &input.token).await
        });
        welcome(ctx, tried.await?).await
    }

    /// Ends this session.
    async fn sign_out(&self, ctx: &Context<'_>) -> Result<bool> {
        tx::write(portal(ctx), actor(ctx), async |tx| sign_out(tx).await).await?;
        set_cookie(ctx, cookie_name(portal(ctx)), "", 0);
        Ok(true)
    }

    /// Ends all your sessions, in every browser.
    async fn sign_out_everywhere(&self, ctx: &Context<'_>) -> Result<bool> {
        tx::write(portal(ctx), actor(ctx), async |tx| {
            sign_out_everywhere(tx).await
        })
        .await?;
        set_cookie(ctx, cookie_name(portal(ctx)), "", 0);
        Ok(true)
    }

    /// Ends one of your sessions.
    async fn end_session(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The session's id.")] id: ID,
    ) -> Result<bool> {
        let id = uuid(&id, session::Entity::NAME)?;
        tx::write(portal(ctx), actor(ctx), async |tx| {
            let session = access::load::<access::EndSession>(tx, id).await?;
            end(tx, session).await
        })
        .await?;
        Ok(true)
    }
}
