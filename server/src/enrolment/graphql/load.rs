//! What hangs on enrolments, for many at once.

use std::sync::Arc;

use entity::{approval_request, mentor, mentorship, task};
use sea_orm::{ColumnTrait as _, QueryFilter as _};
use uuid::Uuid;

use crate::access::Guarded as _;
use crate::enrolment::{
    Coverage, OutcomeProgress, Tally, claiming_tasks, coverage, covering, tallies, tasks, waiting,
};
use crate::error;
use crate::programme::graphql::OutcomesOf;
use crate::reading::{Found, Reader, linked_by};
use crate::schema::{Key, Loads, Plan, keys};
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
        let mut found: Found<Self::Found> = Found::default();
        let mut claims = Vec::new();
        for (task, claimed) in claiming_tasks(reader, ids).await? {
            claims.push((task.id, claimed));
            let tasks = found.entry(task.enrolment_id).or_default();
            tasks.push(Arc::new(task));
        }
        tell_claims(loads, plan, claims).await?;
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
        let towards = coverage(reader, ids).await?;
        let awards = towards.iter().map(|towards| OutcomesOf(towards.award));
        loads.fetch(awards, plan).await?;
        let all = towards.into_iter().map(|towards| {
            let outcomes = loads.found(OutcomesOf(towards.award)).into_iter();
            let progress = outcomes.map(|outcome| {
                let mut covered = towards.covered.iter();
                let coverage = covered.find(|(id, _)| *id == outcome.id);
                Arc::new(OutcomeProgress {
                    enrolment_id: towards.enrolment,
                    coverage: coverage.map_or(Coverage::None, |(_, coverage)| *coverage),
                    outcome,
                })
            });
            (towards.enrolment, progress.collect())
        });
        Ok(all.collect())
    }
}
