//! An asking that is over before it was answered, or whose answer counts no more.

use entity::letter::{self, VoidReason};
use entity::mentor_invitation::{Column, Entity, State};
use sea_orm::sea_query::{Expr, LockType};
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _, QuerySelect as _};
use uuid::Uuid;

use super::Step;
use super::life::advance;
use super::link::ASKS;
use crate::error::Result;
use crate::tx::Tx;

/// Ends what was asked of a mentor for this application, if anything; the letter's link opens nothing any more.
pub async fn close(tx: &Tx, application_id: Uuid) -> Result<()> {
    let open = Entity::find()
        .filter(Column::ApplicationId.eq(application_id))
        .filter(Column::State.is_in([State::Invited, State::Bounced, State::Accepted]))
        .lock(LockType::NoKeyUpdate)
        .one(tx)
        .await?;
    let Some(open) = open else { return Ok(()) };
    let ended = advance(tx, open, Step::Supersede, |_| {}).await?;
    letter::Entity::update_many()
        .col_expr(
            letter::Column::VoidReason,
            Expr::value(VoidReason::Superseded),
        )
        // There is an index for the letters of an application.
        .filter(letter::Column::ApplicationId.eq(application_id))
        .filter(letter::Column::InvitationId.eq(ended.id))
        .filter(letter::Column::Kind.is_in(ASKS))
        .filter(letter::Column::VoidReason.is_null())
        .exec(tx)
        .await?;
    Ok(())
}
