//! A scan that nobody needs to look at any more.

use entity::agreement_scan::{Column, Entity, Model, State};
use sea_orm::sea_query::LockType;
use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, EntityTrait as _, QueryFilter as _, QuerySelect as _,
};
use uuid::Uuid;

use super::life::{Step, advance};
use crate::error::Result;
use crate::tx::Tx;

/// Ends the scan of an asking that is over, if one is undecided.
pub(in crate::agreement) async fn close(tx: &Tx, agreement_id: Uuid) -> Result<()> {
    end(tx, agreement_id, Step::Void).await
}

/// Ends it because another one was sent.
pub(super) async fn replace(tx: &Tx, agreement_id: Uuid) -> Result<()> {
    end(tx, agreement_id, Step::Replace).await
}

async fn end(tx: &Tx, agreement_id: Uuid, step: Step) -> Result<()> {
    if let Some(scan) = undecided(tx, agreement_id).await? {
        let now = tx.now;
        advance(tx, scan, step, |row| row.decided_at = Set(Some(now))).await?;
    }
    Ok(())
}

async fn undecided(tx: &Tx, agreement_id: Uuid) -> Result<Option<Model>> {
    Ok(Entity::find()
        .filter(Column::AgreementId.eq(agreement_id))
        .filter(Column::State.is_in([State::Checking, State::Waiting]))
        .lock(LockType::NoKeyUpdate)
        .one(tx)
        .await?)
}
