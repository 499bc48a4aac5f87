//! Recognising a reporting tool by its key.

use chrono::Duration;
use entity::api_token;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _};

use crate::access::{Actor, Token, TokenScope, digest};
use crate::error::Result;
use crate::portal::Portal;
use crate::tx;

/// What a key turned out to be.
#[derive(Clone, Debug)]
pub enum Recognised {
    Valid(Actor),
    /// Revoked, over, or never one of ours.
    Invalid,
}

/// How stale "last used" may be, in minutes.
const USED_EVERY: i64 = 1;

/// Whose key this is.
pub async fn recognise(portal: &Portal, secret: &str) -> Result<Recognised> {
    let now = portal.clock.now();
    let found = api_token::Entity::find()
        .filter(api_token::Column::TokenHash.eq(digest(secret)))
        .filter(api_token::Column::RevokedAt.is_null())
        .one(&portal.db.read)
        .await?;
    let Some(token) = found.filter(|token| token.expires_at.is_none_or(|at| at > now)) else {
        return Ok(Recognised::Invalid);
    };
    if token
        .last_used_at
        .is_none_or(|at| at + Duration::minutes(USED_EVERY) < now)
    {
        tx::write(portal, &Actor::System, async |tx| {
            api_token::Entity::update_many()
                .col_expr(api_token::Column::LastUsedAt, Expr::value(now))
                .filter(api_token::Column::Id.eq(token.id))
                .exec(tx)
                .await?;
            Ok(())
        })
        .await?;
    }
    Ok(Recognised::Valid(Actor::Token(Token {
        id: token.id,
        scopes: token
            .scopes
            .split(' ')
            .filter_map(TokenScope::parse)
            .collect(),
        group_id: token.group_id,
    })))
}
