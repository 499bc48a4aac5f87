//! Clearing away what keys used long ago: people see thirty days of it, and whoever looks after a year's budget has some
//! more.

use chrono::{DateTime, Days, Utc};
use entity::{api_token, token_use};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait as _, Condition, EntityTrait as _, QueryFilter as _, QuerySelect as _,
    QueryTrait as _,
};

use crate::access::Actor;
use crate::error::Result;
use crate::portal::Portal;
use crate::tx;

/// For how long use is kept.
const KEPT: Days = Days::new(400);

/// Clears hours that are older, and answers how many.
pub async fn clear_uses(portal: &Portal) -> Result<u64> {
    let Some(before) = portal.clock.now().checked_sub_days(KEPT) else {
        return Ok(0);
    };
    // Mostly there is nothing: the one who writes is not kept waiting to find that out.
    let one = token_use::Entity::find()
        .select_only()
        .expr(Expr::value(1))
        .filter(old(before))
        .limit(1)
        .into_tuple::<i32>()
        .one(&portal.db.read)
        .await?;
    if one.is_none() {
        return Ok(0);
    }
    tx::write(portal, &Actor::System, async |tx| {
        let cleared = token_use::Entity::delete_many()
            .filter(old(before))
            .exec(tx)
            .await?;
        Ok(cleared.rows_affected)
    })
    .await
}

/// By every key in turn: the hours lie in the order of their keys.
fn old(before: DateTime<Utc>) -> Condition {
    let keys = api_token::Entity::find()
        .select_only()
        .column(api_token::Column::Id)
        .into_query();
    Condition::all()
        .add(token_use::Column::TokenId.in_subquery(keys))
        .add(token_use::Column::Hour.lt(before))
}
