//! What hangs on enrolments, for many at once.

use std::sync::Arc;

use entity::enrolment::Relation;
use entity::{approval_request, enrolment, mentor, mentorship, person, school, task};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait as _, JoinType, QueryFilter as _, QuerySelect as _,
    QueryTrait as _, RelationTrait as _,
};
use uuid::Uuid;

use crate::access::Guarded as _;
use crate::enrolment::{
    Coverage, OutcomeProgress, Tally, awards, claiming_tasks, coverage, covering, tallies, tasks,
    waiting,
};
use crate::error;
use crate::person::graphql::PersonById;
use crate::programme::graphql::OutcomesOf;
use crate::reading::{Found, Placed as _, Reader, any_of, by_id, linked_by};
use crate::schema::{Key, Loads, Plan, keys};
use crate::school::graphql::SchoolById;
use crate::task::graphql::tell_claims;

keys! {
    /// Who mentors an enrolment now, by the enrolment's id.
    pub(super) MentorOf => Option<Arc<mentor::Model>> = mentors;
    /// What waits for the mentor of an enrolment, oldest first, by the enrolment's id.
    pub(super) WaitingOf => Vec<Arc<approval_request::Model>> = waiting;
    /// Numbers of an enrolment's tasks, by its id.
    pub(super) TallyOf => Tally = tallies;
    /// Titles of approved tasks by outcome, by the enrolment's id.
    pub(super) Covering => Vec<(Uuid, String)> = covering;
}

async fn mentors(
    reader: &Reader,
    ids: &[Uuid],
) -> error::Result<Found<Option<Arc<mentor::Model>>>> {
    let open = mentorship::Entity::seen_by(&reader.actor)
        .filter(mentorship::Column::EndedAt.is_null())
        .find_also_related(mentor::Entity);
    linked_by(reader, open, mentorship::Column::EnrolmentId, ids).await
}

/// An enrolment by id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct EnrolmentById(pub Uuid);

impl Key for EnrolmentById {
    type Found = Option<Arc<enrolment::Model>>;

    fn id(self) -> Uuid {
        self.0
    }

    /// Person and school come along where they are wanted: whoever sees an enrolment sees both.
    async fn find(loads: &Loads, plan: &Plan, ids: &[Uuid]) -> error::Result<Found<Self::Found>> {
        let reader = loads.reader();
        if !plan.wants("person") && !plan.wants("school") {
            return by_id::<enrolment::Entity, _>(reader, ids).await;
        }
        let places = enrolment::Entity::seen_by(&reader.actor)
            .filter(any_of(&reader.db, enrolment::Column::Id, ids))
            .join(JoinType::LeftJoin, Relation::Person.def())
            .join(JoinType::LeftJoin, Relation::School.def());
        let places = person::Entity::beside(places);
        let places = school::Entity::beside(places);
        let (at_person, at_school) = (
            enrolment::Entity::FIELDS.len(),
            enrolment::Entity::FIELDS.len() + person::Entity::FIELDS.len(),
        );
        let mut found = Found::default();
        for row in reader.db.query_all(places.as_query()).await? {
            let Some(place) = enrolment::Entity::placed(&row, 0)? else {
                continue;
            };
            let person = person::Entity::placed(&row, at_person)?;
            let school = school::Entity::placed(&row, at_school)?;
            loads.tell([(PersonById(place.person_id), person.map(Arc::new))]);
            loads.tell([(SchoolById(place.school_id), school.map(Arc::new))]);
            found.insert(place.id, Some(Arc::new(place)));
        }
        Ok(found)
    }
}

/// The tasks of an enrolment in the award's order, by its id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct TasksOf(pub Uuid);

impl Key for TasksOf {
    type Found = Vec<Arc<task::Model>>;

    fn id(self) -> Uuid {
        self.0
    }

    /// What they claim comes along where it is wanted.
    async fn find(loads: &Loads, plan: &Plan, ids: &[Uuid]) -> error::Result<Found<Self::Found>> {
        let reader = loads.reader();
        if !plan.wants("outcomes") {
            return tasks(reader, ids).await;
        }
        let rows = claiming_tasks(reader, ids).await?;
        let claims = rows
            .iter()
            .map(|(task, claimed)| (task.id, claimed.clone()));
        tell_claims(loads, plan, claims.collect()).await?;
        let mut found = Found::default();
        for (task, _) in rows {
            let tasks: &mut Vec<_> = found.entry(task.enrolment_id).or_default();
            tasks.push(Arc::new(task));
        }
        Ok(found)
    }
}

/// How far an enrolment has covered each outcome of its award, in the award's order, by its id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct CoverageOf(pub Uuid);

impl Key for CoverageOf {
    type Found = Vec<Arc<OutcomeProgress>>;

    fn id(self) -> Uuid {
        self.0
    }

    async fn find(loads: &Loads, plan: &Plan, ids: &[Uuid]) -> error::Result<Found<Self::Found>> {
        let reader = loads.reader();
        let awards = awards(reader, ids).await?;
        let keys = awards.iter().map(|(_, award)| OutcomesOf(*award));
        loads.fetch(keys, plan).await?;
        let covered = coverage(reader, ids).await?;
        let all = awards.into_iter().map(|(enrolment_id, award)| {
            let outcomes = loads.found(OutcomesOf(award)).into_iter();
            let progress = outcomes.map(|outcome| {
                let coverage = covered.get(&(enrolment_id, outcome.id));
                Arc::new(OutcomeProgress {
                    enrolment_id,
                    coverage: coverage.copied().unwrap_or(Coverage::None),
                    outcome,
                })
            });
            (enrolment_id, progress.collect())
        });
        Ok(all.collect())
    }
}
