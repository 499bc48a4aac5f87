//! Recognising who a request comes from, by cookie.

use std::net::IpAddr;

use chrono::{DateTime, Duration, Utc};
use entity::person_role::Role;
use entity::{person, person_role, session};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, FromQueryResult, JoinType,
    QueryFilter as _, QuerySelect as _, RelationTrait as _,
};
use uuid::Uuid;

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

/// A session with its person, once for every role that the person has.
#[derive(FromQueryResult)]
struct Found {
    session_id: Uuid,
    seen_at: DateTime<Utc>,
    person_id: Uuid,
    name: String,
    role: Option<Role>,
}

/// Whose session the cookie opens; nobody where it is unknown or over. One statement, since every request waits for it.
pub async fn recognise(portal: &Portal, db: &impl ConnectionTrait, cookie: &str) -> Result<Actor> {
    let now = portal.clock.now();
    let found = session::Entity::find()
        .select_only()
        .column_as(session::Column::Id, "session_id")
        .column(session::Column::SeenAt)
        .column(session::Column::PersonId)
        .column(person::Column::Name)
        .column(person_role::Column::Role)
        .join(JoinType::InnerJoin, session::Relation::Person.def())
        .join(
            JoinType::LeftJoin,
            person_role::Relation::Person.def().rev(),
        )
        .filter(session::Column::TokenHash.eq(digest(cookie)))
        .filter(session::Column::ExpiresAt.gt(now))
        .into_model::<Found>()
        .all(db)
        .await?;
    let roles = found.iter().filter_map(|held| held.role).collect();
    let Some(session) = found.into_iter().next() else {
        return Ok(Actor::Anonymous);
    };
    if session.seen_at + Duration::minutes(SEEN_EVERY) < now {
        touch(portal, session.session_id, now).await?;
    }
    Ok(Actor::Person(User {
        id: session.person_id,
        name: session.name,
        roles,
        session_id: session.session_id,
    }))
}

async fn touch(portal: &Portal, id: Uuid, now: DateTime<Utc>) -> Result<()> {
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
