//! The application goes on with a later cohort, and the mentor's asking with it.

use entity::letter::Kind;
use entity::mentor_invitation::{Column, Entity, State};
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _};
use uuid::Uuid;

use super::invite::write_to;
use crate::error::Result;
use crate::tx::Tx;

/// Tells the mentor whose asking stands that the programme begins later.
pub async fn go_on(tx: &Tx, application_id: Uuid) -> Result<()> {
    let asked = Entity::find()
        .filter(Column::ApplicationId.eq(application_id))
        .filter(Column::State.is_in([State::Invited, State::Bounced, State::Accepted]))
        .one(tx)
        .await?;
    if let Some(asked) = asked {
        write_to(tx, &asked, Kind::ApplicationDeferred).await?;
    }
    Ok(())
}
