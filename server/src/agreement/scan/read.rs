//! What is read of scans.

use entity::agreement;
use entity::agreement_scan::{Column, Entity, Model};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _,
};
use uuid::Uuid;

use crate::error::Result;

/// The scan that was sent last.
pub(in crate::agreement) async fn latest(
    db: &impl ConnectionTrait,
    agreement_id: Uuid,
) -> Result<Option<Model>> {
    let newest_first = Entity::find()
        .filter(Column::AgreementId.eq(agreement_id))
        .order_by_desc(Column::Id);
    Ok(newest_first.one(db).await?)
}

/// The scan that counts as the signature; none where it was given online.
pub(in crate::agreement) async fn of_signature(
    db: &impl ConnectionTrait,
    agreement: &agreement::Model,
) -> Result<Option<Model>> {
    match agreement.scan_id {
        Some(id) => Ok(Entity::find_by_id(id).one(db).await?),
        None => Ok(None),
    }
}

/// What stands on the paper, so that it finds its asking: the last eight digits of its id.
pub(in crate::agreement) fn reference(agreement_id: Uuid) -> String {
    let digits = agreement_id.simple().to_string().to_uppercase();
    let (before, last) = digits.split_at(28);
    format!("{}-{last}", &before[24..])
}
