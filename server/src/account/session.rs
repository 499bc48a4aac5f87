//! Recognising who a request comes from, by cookie.

use std::net::IpAddr;

use chrono::{Duration, Utc};
use entity::{person, person_role, session};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _};

use crate::access::{Actor, User, digest};
use crate::error::Result;
use crate::portal::Portal;
use crate::tx;

/// What a request tells about where it comes from.
#[derive(Clone, Debug)]
pub struct Visit {
    pub ip: IpAddr,
    pub user_agent: String,
    /// The cookie of a browser that is signing in.
    pub browser: Option<String>,
}

/// The session cookie's name. Bound to the host where HTTPS allows it.
pub fn cookie_name(portal: &Portal) -> &'static str {
    if portal.config.is_secure() {
        "__Host-session"
    } else {
        "session"
    }
}

/// The name of the cookie that binds a code to the browser that asked for it.
pub fn sign_in_cookie_name(portal: &Portal) -> &'static str {
    if portal.config.is_secure() {
        "__Host-sign-in"
    } else {
        "sign-in"
    }
}

/// How stale "last seen" may be, in minutes: not every request writes.
const SEEN_EVERY: i64 = 10;

/// Whose session the cookie opens; nobody where it is unknown or over.
pub async fn recognise(portal: &Portal, cookie: &str) -> Result<Actor> {
    let now = portal.clock.now();
    let found = session::Entity::find()
        .filter(session::Column::TokenHash.eq(digest(cookie)))
        .filter(session::Column::ExpiresAt.gt(now))
        .find_also_related(person::Entity)
        .one(&portal.db.read)
        .await?;
    let Some((session, Some(person))) = found else {
        return Ok(Actor::Anonymous);
    };
    let roles = person_role::Entity::find()
        .filter(person_role::Column::PersonId.eq(person.id))
        .all(&portal.db.read)
        .await?
        .into_iter()
        .map(|held| held.role)
        .collect();
    if session.seen_at + Duration::minutes(SEEN_EVERY) < now {
        touch(portal, session.id, now).await?;
    }
    Ok(Actor::Person(User {
        id: person.id,
        name: person.name,
        roles,
        session_id: session.id,
    }))
}

async fn touch(portal: &Portal, id: uuid::Uuid, now: chrono::DateTime<Utc>) -> Result<()> {
    tx::write(portal, &Actor::System, async |tx| {
        session::Entity::update_many()
            .col_expr(session::Column::SeenAt, Expr::value(now))
            .filter(session::Column::Id.eq(id))
            .exec(tx)
            .await?;
        Ok(())
    })
    .await
}
