//! A new training group.

use entity::{cohort, event, training_group};
use sea_orm::ActiveValue::Set;
use sea_orm::{ActiveModelTrait as _, EntityTrait as _};
use uuid::Uuid;

use super::group::{GroupDetails, taken_name};
use crate::access::{AddGroup, Entitled};
use crate::error::{Error, FieldError, Result, breaks_unique};
use crate::event::{About, record};
use crate::tx::Tx;

/// Adds the group to its cohort.
///
/// # Errors
/// `INVALID_INPUT` for a missing name or place, an unknown cohort or delivery partner, a tutor who is none, no places at
/// all, a point outside the national grid, or a name that the cohort has.
pub async fn add_group(
    tx: &Tx,
    _: Entitled<AddGroup>,
    cohort_id: Uuid,
    details: GroupDetails,
) -> Result<training_group::Model> {
    let (row, mut wrong) = details.check(tx).await?;
    if cohort::Entity::find_by_id(cohort_id)
        .one(tx)
        .await?
        .is_none()
    {
        wrong.insert(
            0,
            FieldError {
                name: "cohortId",
                message: "Choose a cohort.".into(),
            },
        );
    }
    if !wrong.is_empty() {
        return Err(Error::Invalid(wrong));
    }
    let row = training_group::ActiveModel {
        id: Set(Uuid::now_v7()),
        cohort_id: Set(cohort_id),
        version: Set(1),
        ..row
    };
    let group = row.insert(tx).await.map_err(|error| {
        match breaks_unique(&error, "training_group", &["cohort_id", "name"]) {
            true => taken_name(),
            false => error.into(),
        }
    })?;
    record(
        tx,
        event::Kind::GroupAdded,
        About::default(),
        Some(group.name.clone()),
    )
    .await?;
    Ok(group)
}
