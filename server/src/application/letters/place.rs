//! A place in a group, as letters say it.

use entity::training_group::Mode;
use entity::{cohort, training_group};
use sea_orm::EntityTrait as _;
use uuid::Uuid;

use crate::error::Result;
use crate::portal::Portal;
use crate::words::{day, plain};

/// Where and when somebody is taught.
#[derive(Clone, Debug)]
pub(super) struct Place {
    pub group: String,
    pub place: String,
    pub mode: &'static str,
    pub from: String,
    pub to: String,
}

/// The place in a group of this cohort; none where there is no such group.
pub(super) async fn place(
    portal: &Portal,
    cohort: &cohort::Model,
    group_id: Option<Uuid>,
) -> Result<Option<Place>> {
    let Some(id) = group_id else { return Ok(None) };
    let group = training_group::Entity::find_by_id(id)
        .one(&portal.db.read)
        .await?;
    Ok(group.map(|group| Place {
        group: plain(&group.name),
        place: plain(&group.place),
        mode: match group.mode {
            Mode::FaceToFace => "face to face",
            Mode::DistanceLearning => "online, with break-out rooms",
        },
        from: day(cohort.starts_on),
        to: day(cohort.ends_on),
    }))
}
