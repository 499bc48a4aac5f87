//! What is known of keys: where they stand, and what they used day by day.

use std::sync::Arc;

use chrono::{DateTime, Days, NaiveDate, NaiveTime, Utc};
use entity::{api_token, token_use, training_group};
use sea_orm::sea_query::{Expr, ExprTrait as _, SelectStatement};
use sea_orm::{
    ColumnTrait as _, EntityTrait as _, FromQueryResult, QueryFilter as _, QueryOrder as _,
    QuerySelect as _, QueryTrait as _,
};
use uuid::Uuid;

use crate::access::Guarded as _;
use crate::clock::london_moment;
use crate::error::Result;
use crate::reading::{Found, Reader, any_of};

/// Whether a key opens anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    Active,
    Expired,
    Revoked,
}

impl State {
    pub fn of(token: &api_token::Model, now: DateTime<Utc>) -> Self {
        match token {
            _ if token.revoked_at.is_some() => Self::Revoked,
            _ if token.expires_at.is_some_and(|at| at <= now) => Self::Expired,
            _ => Self::Active,
        }
    }
}

/// The last moment of a key whose last day this is, in London.
pub fn expires_on(day: NaiveDate) -> DateTime<Utc> {
    london_moment(day, NaiveTime::from_hms_opt(23, 59, 59).unwrap_or_default())
}

/// One key, if it exists for the reader.
pub async fn find(reader: &Reader, id: Uuid) -> Result<Option<api_token::Model>> {
    let token = api_token::Entity::by_id(id).filter(api_token::Entity::visible(&reader.actor));
    Ok(token.one(&reader.db).await?)
}

/// Every key with its group, newest first.
pub async fn all(
    reader: &Reader,
) -> Result<Vec<(api_token::Model, Option<training_group::Model>)>> {
    let tokens = api_token::Entity::seen_by(&reader.actor)
        .find_also_related(training_group::Entity)
        .order_by_desc(api_token::Column::Id);
    Ok(tokens.all(&reader.db).await?)
}

/// What a key used on one day in London.
#[derive(Clone, Copy, Debug, PartialEq, Eq, FromQueryResult)]
pub struct DayOfUse {
    pub token_id: Uuid,
    pub day: NaiveDate,
    pub requests: i64,
    pub cost: i64,
    pub refused: i64,
}

/// Days of use that are told at most.
const DAYS: u64 = 30;

/// What each of these keys used on each of the last days, of those days on which it used anything; newest first.
pub async fn uses(reader: &Reader, ids: &[Uuid]) -> Result<Found<Vec<Arc<DayOfUse>>>> {
    use token_use::Column;
    let first = reader.today() - Days::new(DAYS - 1);
    let sum = |column: Column| Expr::col(column).sum().cast_as("bigint");
    let days = token_use::Entity::find()
        .select_only()
        .columns([Column::TokenId, Column::Day])
        .expr_as(sum(Column::Requests), "requests")
        .expr_as(sum(Column::Cost), "cost")
        .expr_as(sum(Column::Refused), "refused")
        .filter(Column::TokenId.in_subquery(seen(reader)))
        .filter(any_of(&reader.db, Column::TokenId, ids))
        .filter(Column::Day.gte(first))
        .group_by(Column::TokenId)
        .group_by(Column::Day)
        .order_by_desc(Column::Day)
        .into_model::<DayOfUse>()
        .all(&reader.db)
        .await?;
    let mut found: Found<Vec<Arc<DayOfUse>>> = Found::default();
    for day in days {
        found.entry(day.token_id).or_default().push(Arc::new(day));
    }
    Ok(found)
}

/// The ids of the keys that the reader sees.
fn seen(reader: &Reader) -> SelectStatement {
    api_token::Entity::seen_by(&reader.actor)
        .select_only()
        .column(api_token::Column::Id)
        .into_query()
}
