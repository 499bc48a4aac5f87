//! At the door: not too often, and what somebody hears who comes in or does not.

use async_graphql::{Context, Result};

use super::Me;
use super::cookie::set_cookie;
use crate::access::Guarded as _;
use crate::account::{Limiter, SignedIn, Visit, cookie_name, person, sign_in_cookie_name};
use crate::error::{self, Error};
use crate::schema::{portal, reader};

/// Who knocks, if not too often.
pub(crate) fn limited<'a>(ctx: &Context<'a>) -> error::Result<&'a Visit> {
    let visit = ctx.data_unchecked::<Visit>();
    ctx.data_unchecked::<Limiter>().check(visit.ip)?;
    Ok(visit)
}

/// What a try to sign in comes to.
pub(super) async fn welcome(ctx: &Context<'_>, tried: SignedIn) -> Result<Me> {
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
            let row = person(reader(ctx), person_id).await?;
            let row = row.ok_or(Error::NotFound(entity::person::Entity::NAME))?;
            Ok(Me::from(row))
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

/// What the person hears when neither code nor link can be used any more.
pub(super) fn over() -> Error {
    Error::WrongState(
        "This code or link can no longer be used. Ask for a new one; it takes a minute.".into(),
    )
}
