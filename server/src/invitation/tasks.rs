//! How much a mentor is asked to look at.

use entity::task_template;
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, PaginatorTrait as _, QueryFilter as _,
};
use uuid::Uuid;

use crate::error::Result;

/// The number of tasks that an award sets.
pub async fn tasks(db: &impl ConnectionTrait, award_id: Uuid) -> Result<u64> {
    Ok(task_template::Entity::find()
        .filter(task_template::Column::AwardId.eq(award_id))
        .count(db)
        .await?)
}
