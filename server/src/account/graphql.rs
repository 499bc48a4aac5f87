//! Signing in and out, and who one is, in the schema.

use async_graphql::{Context, Description, ID, InputObject, Object, Result, SimpleObject};
use chrono::{DateTime, Utc};
use entity::{enrolment, person, session};
use sea_orm::{
    ColumnTrait as _, EntityTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _,
};

use super::{Limiter, SignedIn, Visit, cookie_name, link_target, sign_in_cookie_name};
use crate::access::{self, Guarded as _};
use crate::enrolment::graphql::{Enrolment, prefetch as prefetch_enrolments};
use crate::error::Error;
use crate::person::graphql::Person;
use crate::reading::Reader;
use crate::schema::{actor, loads, portal, reader, uuid};
use crate::tx;

/// Sessions and enrolments that are shown at most.
const SHOWN: u64 = 50;

/// Who wants to sign in.
#[derive(InputObject)]
pub struct RequestSignInInput {
    /// The address that the programme knows.
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

/// That a letter is on its way, whether or not the address is known.
#[derive(SimpleObject)]
pub struct SignInRequested {
    /// Where it goes.
    email: String,
    /// Until then its code can be used.
    expires_at: DateTime<Utc>,
}

/// Whom a sign-in link is for.
#[derive(SimpleObject)]
pub struct SignInLink {
    /// Who will be signed in.
    email: String,
    /// Until then it can be used.
    expires_at: DateTime<Utc>,
}

/// A browser in which you are signed in.
#[derive(Description)]
pub struct Session(session::Model);

#[Object(use_type_description)]
impl Session {
    /// Stable for good.
    async fn id(&self) -> ID {
        self.0.id.into()
    }

    /// Whether it is the one that asks.
    async fn current(&self, ctx: &Context<'_>) -> bool {
        actor(ctx)
            .user()
            .is_some_and(|user| user.session_id == self.0.id)
    }

    /// When it began.
    async fn created_at(&self) -> DateTime<Utc> {
        self.0.created_at
    }

    /// When it was last used, to ten minutes.
    async fn seen_at(&self) -> DateTime<Utc> {
        self.0.seen_at
    }

    /// When it ends by itself.
    async fn expires_at(&self) -> DateTime<Utc> {
        self.0.expires_at
    }

    /// The network address at which it began.
    async fn ip(&self) -> &str {
        &self.0.ip
    }

    /// What the browser said it was.
    async fn user_agent(&self) -> &str {
        &self.0.user_agent
    }
}

/// You.
#[derive(Description)]
pub struct Me(person::Model);

#[Object(use_type_description)]
impl Me {
    /// Who you are.
    async fn person(&self) -> Person {
        Person(self.0.clone())
    }

    /// Where you are signed in, newest first; at most 50.
    async fn sessions(&self, ctx: &Context<'_>) -> Result<Vec<Session>> {
        let reader = reader(ctx);
        let rows = session::Entity::find()
            .filter(session::Column::PersonId.eq(self.0.id))
            .filter(session::Column::ExpiresAt.gt(reader.now))
            .order_by_desc(session::Column::Id)
            .limit(SHOWN)
            .all(&reader.db)
            .await
            .map_err(Error::from)?;
        Ok(rows.into_iter().map(Session).collect())
    }

    /// Your own places, newest first; at most 50.
    async fn enrolments(&self, ctx: &Context<'_>) -> Result<Vec<Enrolment>> {
        let reader = reader(ctx);
        let rows = enrolment::Entity::find()
            .filter(enrolment::Column::PersonId.eq(self.0.id))
            .order_by_desc(enrolment::Column::StartedOn)
            .limit(SHOWN)
            .all(&reader.db)
            .await
            .map_err(Error::from)?;
        prefetch_enrolments(loads(ctx), ctx.look_ahead(), &rows).await?;
        Ok(rows.into_iter().map(Enrolment).collect())
    }
}

async fn me(reader: &Reader, id: uuid::Uuid) -> Result<Option<Me>> {
    Ok(person::Entity::find_by_id(id)
        .one(&reader.db)
        .await
        .map_err(Error::from)?
        .map(Me))
}

#[derive(Default)]
pub struct AccountQuery;

#[Object]
impl AccountQuery {
    /// You; null when nobody is signed in.
    async fn me(&self, ctx: &Context<'_>) -> Result<Option<Me>> {
        match actor(ctx).user() {
            Some(user) => me(reader(ctx), user.id).await,
            None => Ok(None),
        }
    }

    /// What a sign-in link would do. Looking changes nothing.
    async fn sign_in_link(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The last part of the link's address.")] token: String,
    ) -> Result<SignInLink> {
        ctx.data_unchecked::<Limiter>()
            .check(ctx.data_unchecked::<Visit>().ip)?;
        let reader = reader(ctx);
        let target = link_target(&reader.db, &portal(ctx).keys, &token, reader.now).await?;
        let (asked, person) = target.ok_or_else(over)?;
        Ok(SignInLink {
            email: person.email,
            expires_at: asked.expires_at,
        })
    }
}

/// What the person hears when neither code nor link can be used any more.
fn over() -> Error {
    Error::WrongState(
        "This code or link can no longer be used. Ask for a new one; it takes a minute.".into(),
    )
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
        ctx.data_unchecked::<Limiter>()
            .check(ctx.data_unchecked::<Visit>().ip)?;
        let portal = portal(ctx);
        let asked = tx::write(portal, actor(ctx), async |tx| {
            super::ask(tx, &input.email).await
        })
        .await?;
        set_cookie(ctx, sign_in_cookie_name(portal), &asked.browser, 3600);
        Ok(SignInRequested {
            email: asked.email,
            expires_at: asked.expires_at,
        })
    }

    /// Signs in by the digits of the newest letter, in the browser that asked for it. Five wrong tries void the letter.
    async fn sign_in(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The digits.")] input: SignInInput,
    ) -> Result<Me> {
        let visit = ctx.data_unchecked::<Visit>();
        ctx.data_unchecked::<Limiter>().check(visit.ip)?;
        let tried = tx::write(portal(ctx), actor(ctx), async |tx| {
            super::sign_in_by_code(tx, visit, &input.code).await
        });
        welcome(ctx, tried.await?).await
    }

    /// Signs in by the link of a letter.
    async fn sign_in_by_link(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The link.")] input: SignInByLinkInput,
    ) -> Result<Me> {
        let visit = ctx.data_unchecked::<Visit>();
        ctx.data_unchecked::<Limiter>().check(visit.ip)?;
        let tried = tx::write(portal(ctx), actor(ctx), async |tx| {
            super::sign_in_by_link(tx, visit, &input.token).await
        });
        welcome(ctx, tried.await?).await
    }

    /// Ends this session.
    async fn sign_out(&self, ctx: &Context<'_>) -> Result<bool> {
        tx::write(portal(ctx), actor(ctx), async |tx| {
            super::sign_out(tx).await
        })
        .await?;
        set_cookie(ctx, cookie_name(portal(ctx)), "", 0);
        Ok(true)
    }

    /// Ends all your sessions, in every browser.
    async fn sign_out_everywhere(&self, ctx: &Context<'_>) -> Result<bool> {
        tx::write(portal(ctx), actor(ctx), async |tx| {
            super::sign_out_everywhere(tx).await
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
            super::end(tx, session).await
        })
        .await?;
        Ok(true)
    }
}

async fn welcome(ctx: &Context<'_>, tried: SignedIn) -> Result<Me> {
    match tried {
        SignedIn::Yes {
            cookie,
            person_id,
            expires_at,
            ..
        } => {
            let portal = portal(ctx);
            let seconds = (expires_at - portal.clock.now()).num_seconds();
            set_cookie(ctx, cookie_name(portal), &cookie, seconds);
            set_cookie(ctx, sign_in_cookie_name(portal), "", 0);
            let me = me(reader(ctx), person_id).await?;
            Ok(me.ok_or(Error::NotFound(person::Entity::NAME))?)
        }
        SignedIn::WrongCode { left } => Err(Error::field("code", wrong_code(left)).into()),
        SignedIn::Expired => Err(over().into()),
    }
}

fn wrong_code(left: i32) -> String {
    match left {
        0 => "These are not the digits of the newest letter. Ask for a new one.".into(),
        1 => "These are not the digits of the newest letter. You have one more try.".into(),
        _ => format!("These are not the digits of the newest letter. You have {left} more tries."),
    }
}

fn set_cookie(ctx: &Context<'_>, name: &str, value: &str, seconds: i64) {
    let secure = if portal(ctx).config.is_secure() {
        "; Secure"
    } else {
        ""
    };
    let cookie =
        format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax; Max-Age={seconds}{secure}");
    ctx.append_http_header("set-cookie", cookie);
}
