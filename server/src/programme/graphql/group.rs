//! Training groups in the schema.

use std::sync::Arc;

use async_graphql::{Enum, ID, Result};
use entity::{enrolment, person, training_group};
use sea_orm::{QueryFilter as _, RelationTrait as _};
use uuid::Uuid;

use super::{Cohort, CohortById};
use crate::access::Guarded as _;
use crate::error;
use crate::person::graphql::{Person, PersonById};
use crate::reading::{Found, Placed as _, Reader, Wide, any_of, by_id, count_by};
use crate::schema::{Key, Loads, Plan, each, keys, must, named, object};

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
    /// How many participants of a group the reader may see, by the group's id.
    SizeOf => i32 = sizes;
}

/// A group by id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct GroupById(pub Uuid);

impl Key for GroupById {
    type Found = Option<Arc<training_group::Model>>;

    fn id(self) -> Uuid {
        self.0
    }

    /// The tutor comes along where one is wanted: whoever sees a group sees who teaches it.
    async fn find(loads: &Loads, plan: &Plan, ids: &[Uuid]) -> error::Result<Found<Self::Found>> {
        let reader = loads.reader();
        if !plan.wants("tutor") {
            return by_id::<training_group::Entity, _>(reader, ids).await;
        }
        let groups = training_group::Entity::seen_by(&reader.actor);
        let fits = any_of(&reader.db, training_group::Column::Id, ids);
        let mut groups = Wide::new(groups.filter(fits));
        let taught_by = training_group::Relation::Person.def();
        let tutor = groups.with::<person::Entity>(true, taught_by, "tutor");
        let mut found = Found::default();
        for row in groups.all(&reader.db).await? {
            if let Some(Some(tutor)) = tutor.of(&row)? {
                loads.tell([(PersonById(tutor.id), Some(tutor))]);
            }
            let group = training_group::Entity::placed(&row, 0)?;
            found.extend(group.map(|group| (group.id, Some(Arc::new(group)))));
        }
        Ok(found)
    }
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
