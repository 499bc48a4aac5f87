//! The questions of one asking.

use entity::agreement_question::{Column, Entity, Model};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _,
};
use uuid::Uuid;

use crate::error::Result;

/// What this signatory asked, oldest first. Whoever was asked before or after asked questions of their own.
pub async fn of_agreement(db: &impl ConnectionTrait, agreement_id: Uuid) -> Result<Vec<Model>> {
    let asked = Entity::find()
        .filter(Column::AgreementId.eq(agreement_id))
        .order_by_asc(Column::Id);
    Ok(asked.all(db).await?)
}

/// The question that a letter answers.
pub async fn answered_by(
    db: &impl ConnectionTrait,
    agreement_id: Uuid,
    letter_id: Uuid,
) -> Result<Option<Model>> {
    let answered = Entity::find()
        .filter(Column::AgreementId.eq(agreement_id))
        .filter(Column::LetterId.eq(letter_id));
    Ok(answered.one(db).await?)
}
