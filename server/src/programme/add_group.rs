//! A new training group.

use entity::person_role::Role;
use entity::training_group::Mode;
use entity::{cohort, event, person_role, training_group};
use sea_orm::ActiveValue::Set;
use sea_orm::{ActiveModelTrait as _, EntityTrait as _};
use uuid::Uuid;

use crate::access::{AddGroup, Entitled};
use crate::error::{Error, FieldError, Result, breaks_unique};
use crate::event::{About, record};
use crate::person::named;
use crate::tx::Tx;

/// What is known of a group before it exists.
#[derive(Clone, Debug)]
pub struct NewGroup {
    pub cohort_id: Uuid,
    pub name: String,
    pub place: String,
    pub mode: Mode,
    pub tutor_id: Option<Uuid>,
}

/// Adds the group to its cohort.
///
/// # Errors
/// `INVALID_INPUT` for a missing name or place, an unknown cohort, a tutor who is none, or a name that the cohort has.
pub async fn add_group(
    tx: &Tx,
    _: Entitled<AddGroup>,
    input: NewGroup,
) -> Result<training_group::Model> {
    let mut wrong = Vec::new();
    let name = named("name", &input.name, &mut wrong);
    let place = named("place", &input.place, &mut wrong);
    if cohort::Entity::find_by_id(input.cohort_id)
        .one(tx)
        .await?
        .is_none()
    {
        wrong.push(FieldError {
            name: "cohortId",
            message: "Choose a cohort.".into(),
        });
    }
    if let Some(tutor) = input.tutor_id
        && person_role::Entity::find_by_id((tutor, Role::Tutor))
            .one(tx)
            .await?
            .is_none()
    {
        wrong.push(FieldError {
            name: "tutorId",
            message: "Choose somebody who is a tutor.".into(),
        });
    }
    if !wrong.is_empty() {
        return Err(Error::Invalid(wrong));
    }
    let row = training_group::ActiveModel {
        id: Set(Uuid::now_v7()),
        cohort_id: Set(input.cohort_id),
        name: Set(name),
        place: Set(place),
        mode: Set(input.mode),
        tutor_id: Set(input.tutor_id),
    };
    let group = row.insert(tx).await.map_err(|error| {
        if breaks_unique(&error, "training_group", &["cohort_id", "name"]) {
            Error::field("name", "This cohort has a group of that name.")
        } else {
            error.into()
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
