//! Enrolments become active on the cohort's first day.

use entity::enrolment::{Column, Entity, State};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _};

use crate::access::Actor;
use crate::clock::london_day;
use crate::error::Result;
use crate::portal::Portal;
use crate::tx;

/// Begins what is due and answers how many enrolments that were. A day does it, not a person, so the day is its record.
pub async fn begin(portal: &Portal) -> Result<u64> {
    tx::write(portal, &Actor::System, async |tx| {
        let begun = Entity::update_many()
            .col_expr(Column::State, Expr::value(State::Active))
            .filter(Column::State.eq(State::PreStart))
            .filter(Column::StartedOn.lte(london_day(tx.now)))
            .exec(tx)
            .await?;
        Ok(begun.rows_affected)
    })
    .await
}
