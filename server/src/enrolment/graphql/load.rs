//! What hangs on enrolments, for many at once.

use std::sync::Arc;

use entity::{approval_request, enrolment, mentor, mentorship, person, school, task};
use sea_orm::{ColumnTrait as _, QueryFilter as _};
use uuid::Uuid;

use crate::access::Guarded as _;
use crate::enrolment::{
    Coverage, OutcomeProgress, Tally, awards, coverage, covering, tallies, tasks, waiting,
};
use crate::error;
use crate::person::graphql::PersonById;
use crate::programme::graphql::OutcomesOf;
use crate::reading::{Found, Reader, any_of, by_id, linked_by};
use crate::schema::{Key, Loads, Plan, keys};
use crate::school::graphql::SchoolById;

keys! {
    /// Who mentors an enrolment now, by the enrolment's id.
    pub(super) MentorOf => Option<Arc<mentor::Model>> = mentors;
    /// The tasks of an enrolment, by its id.
    pub(super) TasksOf => Vec<Arc<task::Model>> = tasks;
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
        let rows = enrolment::Entity::seen_by(&reader.actor)
            .find_also_related(person::Entity)
            .find_also_related(school::Entity)
            .filter(any_of(&reader.db, enrolment::Column::Id, ids))
            .all(&reader.db)
            .await?;
        let mut found = Found::new();
        for (row, person, school) in rows {
            loads.tell([(PersonById(row.person_id), person.map(Arc::new))]);
            loads.tell([(SchoolById(row.school_id), school.map(Arc::new))]);
            found.insert(row.id, Some(Arc::new(row)));
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
