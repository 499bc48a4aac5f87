//! Enrolments by their ids, with what nearly every page shows beside them.

use std::sync::Arc;

use entity::{enrolment, training_group};
use sea_orm::{QueryFilter as _, RelationTrait as _};
use uuid::Uuid;

use super::Enrolment;
use crate::access::Guarded as _;
use crate::error;
use crate::person::graphql::PersonById;
use crate::programme::graphql::GroupById;
use crate::reading::{Found, Placed as _, Wide, any_of, by_id};
use crate::schema::{Connected, Key, Loads, Plan};
use crate::school::graphql::SchoolById;

/// An enrolment by id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct EnrolmentById(pub Uuid);

impl Key for EnrolmentById {
    type Found = Option<Arc<enrolment::Model>>;

    fn id(self) -> Uuid {
        self.0
    }

    /// Person, school, and the group with its tutor come along where they are wanted: whoever sees an enrolment sees them.
    async fn find(loads: &Loads, plan: &Plan, ids: &[Uuid]) -> error::Result<Found<Self::Found>> {
        use enrolment::Relation::{Person, School, TrainingGroup};
        let reader = loads.reader();
        let [wants_person, wants_school, wants_group] = wants(plan);
        if !wants_person && !wants_school && !wants_group {
            return by_id::<enrolment::Entity, _>(reader, ids).await;
        }
        let places = enrolment::Entity::seen_by(&reader.actor);
        let mut places = Wide::new(places.filter(any_of(&reader.db, enrolment::Column::Id, ids)));
        let person = places.with::<entity::person::Entity>(wants_person, Person.def(), "person");
        let school = places.with::<entity::school::Entity>(wants_school, School.def(), "school");
        let group = places.with::<training_group::Entity>(
            wants_group,
            TrainingGroup.def(),
            "training_group",
        );
        let tutor = places.with::<entity::person::Entity>(
            plan.wants_below("group", "tutor"),
            training_group::Relation::Person.def(),
            "tutor",
        );
        let mut found = Found::default();
        for row in places.all(&reader.db).await? {
            let Some(place) = enrolment::Entity::placed(&row, 0)? else {
                continue;
            };
            let person = person.of(&row)?;
            loads.tell(person.map(|person| (PersonById(place.person_id), person)));
            let school = school.of(&row)?;
            loads.tell(school.map(|school| (SchoolById(place.school_id), school)));
            let group = group.of(&row)?;
            loads.tell(group.map(|group| (GroupById(place.group_id), group)));
            if let Some(Some(tutor)) = tutor.of(&row)? {
                loads.tell([(PersonById(tutor.id), Some(tutor))]);
            }
            found.insert(place.id, Some(Arc::new(place)));
        }
        Ok(found)
    }
}

/// Has person, school and group of a page's participants come along with one statement, where more than one of them is
/// wanted.
pub(super) async fn come_along(
    loads: &Loads,
    plan: &Plan,
    page: &Connected<Enrolment>,
) -> error::Result<()> {
    for plan in plan.of_nodes() {
        if wants(plan).into_iter().filter(|wanted| *wanted).count() > 1 {
            let places = page.nodes().map(|Enrolment(place)| EnrolmentById(place.id));
            loads.fetch(places, plan).await?;
        }
    }
    Ok(())
}

fn wants(plan: &Plan) -> [bool; 3] {
    ["person", "school", "group"].map(|name| plan.wants(name))
}
