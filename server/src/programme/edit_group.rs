//! Saying something else of a group.

use entity::{event, training_group};
use sea_orm::ActiveModelTrait as _;
use sea_orm::ActiveValue::Set;

use super::group::{GroupDetails, places_spoken_for, taken_name};
use crate::access::{EditGroup, Granted};
use crate::error::{Error, FieldError, Result, breaks_unique};
use crate::event::{About, record};
use crate::tx::Tx;

/// Puts what is said now in the place of what was said before. `version` is the one that the writer saw.
///
/// # Errors
/// `CONFLICT` if somebody changed the group meanwhile, `INVALID_INPUT` as for a new group, and for fewer places than are
/// taken.
pub async fn edit_group(
    tx: &Tx,
    group: Granted<EditGroup>,
    version: i32,
    details: GroupDetails,
) -> Result<training_group::Model> {
    let group = group.into_row();
    if group.version != version {
        return Err(Error::Conflict {
            current_version: group.version,
        });
    }
    let capacity = details.capacity;
    let (row, mut wrong) = details.check(tx).await?;
    // Nobody is enrolled or offered a place meanwhile: that locks the group too.
    let taken = places_spoken_for(tx, group.id).await?;
    if wrong.iter().all(|field| field.name != "capacity")
        && capacity.is_some_and(|places| places < taken)
    {
        wrong.push(FieldError {
            name: "capacity",
            message: format!("{taken} places are taken or offered already."),
        });
    }
    if !wrong.is_empty() {
        return Err(Error::Invalid(wrong));
    }
    let row = training_group::ActiveModel {
        id: Set(group.id),
        version: Set(group.version + 1),
        ..row
    };
    let group = row.update(tx).await.map_err(|error| {
        match breaks_unique(&error, "training_group", &["cohort_id", "name"]) {
            true => taken_name(),
            false => error.into(),
        }
    })?;
    record(
        tx,
        event::Kind::GroupChanged,
        About::default(),
        Some(group.name.clone()),
    )
    .await?;
    Ok(group)
}
