//! Recognising a reporting tool by its key, or a spreadsheet by its address. One statement each, since every request waits
//! for it; nothing is remembered, so that a key or an address which is taken away opens nothing from then on.

use chrono::{DateTime, Duration, Utc};
use entity::{api_token, report_address, token_use};
use sea_orm::sea_query::{Expr, ExprTrait as _, IntoCondition as _};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, FromQueryResult, JoinType,
    QueryFilter as _, QuerySelect as _, RelationTrait as _, Select,
};
use uuid::Uuid;

use super::Address;
use crate::access::{Actor, Token, TokenScope, digest};
use crate::error::Result;
use crate::ledger::{Mark, hour_of};
use crate::portal::Portal;

/// What a key turned out to be.
#[derive(Clone, Debug)]
pub enum Recognised {
    Valid(Actor),
    /// Revoked, over, or never one of ours.
    Invalid,
}

/// How stale "last used" may be, in minutes.
const USED_EVERY: i64 = 1;

/// A key, and what it has used in this hour.
#[derive(FromQueryResult)]
struct Held {
    #[sea_orm(nested)]
    token: api_token::Model,
    cost: Option<i64>,
}

/// Whose key this is.
pub async fn recognise(
    portal: &Portal,
    db: &impl ConnectionTrait,
    secret: &str,
) -> Result<Recognised> {
    let now = portal.clock.now();
    let found = with_use(now)
        .filter(api_token::Column::TokenHash.eq(digest(secret)))
        .into_model::<Held>()
        .one(db)
        .await?;
    let actor = found.and_then(|held| admit(portal, held, now));
    Ok(actor.map_or(Recognised::Invalid, Recognised::Valid))
}

/// An address with its key.
#[derive(FromQueryResult)]
struct HeldAddress {
    #[sea_orm(nested)]
    held: Held,
    address_id: Uuid,
    report: String,
    format: report_address::Format,
    filter: Option<String>,
    address_used_at: Option<DateTime<Utc>>,
}

/// Which file the secret part of an address opens, and by whose right; none if it was taken away, if its key was or is
/// over, or if it never was one of ours.
pub async fn recognise_address(portal: &Portal, secret: &str) -> Result<Option<Address>> {
    use report_address::Column;
    let now = portal.clock.now();
    let found = with_use(now)
        .column_as(Column::Id, "address_id")
        .column(Column::Report)
        .column(Column::Format)
        .column(Column::Filter)
        .column_as(Column::LastUsedAt, "address_used_at")
        .join(
            JoinType::InnerJoin,
            report_address::Relation::ApiToken.def().rev(),
        )
        .filter(Column::SecretHash.eq(digest(secret)))
        .filter(Column::RevokedAt.is_null())
        .into_model::<HeldAddress>()
        .one(&portal.db.read)
        .await?;
    let Some(found) = found else {
        return Ok(None);
    };
    let Some(actor) = admit(portal, found.held, now) else {
        return Ok(None);
    };
    if is_stale(found.address_used_at, now) {
        portal.ledger.mark(Mark::Address(found.address_id), now);
    }
    Ok(Some(Address {
        actor,
        report: found.report,
        format: found.format,
        filter: found.filter,
    }))
}

/// Keys that were not taken away, each with what it has used in this hour.
fn with_use(now: DateTime<Utc>) -> Select<api_token::Entity> {
    let hour = hour_of(now);
    let used = token_use::Relation::ApiToken.def().rev();
    let within = used.on_condition(move |_, used| {
        Expr::col((used, token_use::Column::Hour))
            .eq(hour)
            .into_condition()
    });
    api_token::Entity::find()
        .column(token_use::Column::Cost)
        .join(JoinType::LeftJoin, within)
        .filter(api_token::Column::RevokedAt.is_null())
}

/// The key as somebody who asks, if it is not over.
fn admit(portal: &Portal, held: Held, now: DateTime<Utc>) -> Option<Actor> {
    let Held { token, cost } = held;
    if token.expires_at.is_some_and(|at| at <= now) {
        return None;
    }
    portal.ledger.learn(token.id, now, cost.unwrap_or(0));
    if is_stale(token.last_used_at, now) {
        portal.ledger.mark(Mark::Token(token.id), now);
    }
    Some(actor_of(&token))
}

/// Who asks with this key.
pub fn actor_of(token: &api_token::Model) -> Actor {
    let scopes = token.scopes.split(' ').filter_map(TokenScope::parse);
    Actor::Token(Token {
        id: token.id,
        scopes: scopes.collect(),
        group_id: token.group_id,
    })
}

fn is_stale(last_used_at: Option<DateTime<Utc>>, now: DateTime<Utc>) -> bool {
    last_used_at.is_none_or(|at| at + Duration::minutes(USED_EVERY) < now)
}
