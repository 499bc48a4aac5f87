//! Training groups in the schema.

use std::sync::Arc;

use async_graphql::{Enum, ID, Result};
use entity::{enrolment, person, training_group};
use sea_orm::{
    ColumnTrait as _, Iterable as _, QueryFilter as _, QuerySelect as _, RelationTrait as _,
};
use uuid::Uuid;

use super::{Cohort, CohortById};
use crate::access::Guarded as _;
use crate::enrolment::graphql::EnrolmentState;
use crate::error;
use crate::partner::graphql::{DeliveryPartner, PartnerById};
use crate::person::graphql::{Person, PersonById};
use crate::programme::WITHOUT_SEAT;
use crate::reading::{Found, Placed as _, Reader, Wide, any_of, by_id, count_by, int};
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
    /// The same by where they stand, in the order of their way.
    StatesOf => Vec<(enrolment::State, i32)> = states;
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

async fn states(
    reader: &Reader,
    ids: &[Uuid],
) -> error::Result<Found<Vec<(enrolment::State, i32)>>> {
    use enrolment::{Column, State};
    let counts: Vec<(Uuid, State, i64)> = enrolment::Entity::seen_by(&reader.actor)
        .select_only()
        .columns([Column::GroupId, Column::State])
        .column_as(Column::Id.count(), "n")
        .filter(any_of(&reader.db, Column::GroupId, ids))
        .group_by(Column::GroupId)
        .group_by(Column::State)
        .into_tuple()
        .all(&reader.db)
        .await?;
    let mut found: Found<Vec<(State, i32)>> = Found::default();
    for (group, state, number) in counts {
        found.entry(group).or_default().push((state, int(number)));
    }
    let place = |state: State| State::iter().position(|known| known == state);
    for states in found.values_mut() {
        states.sort_unstable_by_key(|(state, _)| place(*state));
    }
    Ok(found)
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
    /// How many of these stand where; states with nobody are left out.
    states: Vec<StateCount> where found = StatesOf(group.id) => found.into_iter().map(StateCount::from).collect();
    /// How many places there are; null where nobody counts them.
    capacity: Option<i32> => group.capacity;
    /// How many places are taken, by those that you may see: by all but who has left or goes on with another cohort.
    places_taken: i32 where found = StatesOf(group.id) => {
        let seated = found.iter().filter(|(state, _)| !WITHOUT_SEAT.contains(state));
        seated.map(|(_, number)| number).sum()
    };
    /// The address of the rooms, on one line.
    venue: Option<&str> => group.venue.as_deref();
    /// The postcode of the venue.
    postcode: Option<&str> => group.postcode.as_deref();
    /// How far east the venue lies on the national grid, in metres.
    easting: Option<i32> => group.easting;
    /// How far north the venue lies on the national grid, in metres.
    northing: Option<i32> => group.northing;
    /// Who hosts it; null where the provider does so itself.
    delivery_partner: Option<DeliveryPartner> where found = group.delivery_partner_id.map(PartnerById) => each(found);
    /// Goes up with every change of the group. Send back the one that was changed: it tells whether somebody was faster.
    version: i32 => group.version;
}

object! {
    /// How many participants of a group stand in one state.
    StateCount(count: (enrolment::State, i32), loads);

    /// Where they stand.
    state: EnrolmentState => count.0.into();
    /// How many they are.
    number: i32 => count.1;
}
