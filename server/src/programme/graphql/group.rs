//! Training groups in the schema.

use std::sync::Arc;

use async_graphql::{Enum, ID, Result};
use entity::{enrolment, training_group};
use uuid::Uuid;

use super::{Cohort, CohortById};
use crate::access::Guarded as _;
use crate::error;
use crate::person::graphql::{Person, PersonById};
use crate::reading::{Found, Reader, by_id, count_by};
use crate::schema::{each, keys, must, named, object};

/// How the taught days are held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "training_group::Mode")]
pub enum Mode {
    /// In a room.
    FaceToFace,
    /// Online, with break-out rooms.
    DistanceLearning,
}

keys! {
    /// A group by id.
    pub GroupById => Option<Arc<training_group::Model>> = by_id::<training_group::Entity, _>;
    /// How many participants of a group the reader may see, by the group's id.
    SizeOf => i32 = sizes;
}

async fn sizes(reader: &Reader, ids: &[Uuid]) -> error::Result<Found<i32>> {
    let enrolments = enrolment::Entity::seen_by(&reader.actor);
    count_by(reader, enrolments, enrolment::Column::GroupId, ids).await
}

named!(Mode);

object! {
    /// The people of a cohort who are taught together.
    Group(group: training_group::Model, loads);

    /// Stable for good.
    id: ID => group.id.into();
    /// Its name.
    name: &str => &group.name;
    /// Where it is taught.
    place: &str => &group.place;
    /// How it is taught.
    mode: Mode => group.mode.into();
    /// The academic tutor.
    tutor: Option<Person> where found = group.tutor_id.map(PersonById) => each(found);
    /// The cohort that it belongs to.
    cohort: Result<Cohort> where found = CohortById(group.cohort_id) => must(found, "cohort");
    /// How many participants it has, of those that you may see.
    participant_count: i32 where found = SizeOf(group.id) => found;
}
