//! A mentorship ends with the place that it was for.

use entity::mentorship::{Column, Entity, State};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _};
use uuid::Uuid;

use crate::error::Result;
use crate::tx::Tx;

/// Ends whatever mentorship the enrolment has.
pub async fn end(tx: &Tx, enrolment_id: Uuid, reason: &str) -> Result<()> {
    Entity::update_many()
        .col_expr(Column::State, Expr::value(State::Ended))
        .col_expr(Column::EndedAt, Expr::value(tx.now))
        .col_expr(Column::EndReason, Expr::value(reason))
        .filter(Column::EnrolmentId.eq(enrolment_id))
        .filter(Column::EndedAt.is_null())
        .exec(tx)
        .await?;
    Ok(())
}
