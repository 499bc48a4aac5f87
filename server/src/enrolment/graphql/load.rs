//! What hangs on enrolments, for many at once.

use async_graphql::{Lookahead, Result};
use entity::{enrolment, mentor, mentorship};
use futures_util::future::BoxFuture;
use sea_orm::{ColumnTrait as _, QueryFilter as _};
use uuid::Uuid;

use super::Enrolment;
use crate::access::Guarded as _;
use crate::approval::graphql::ApprovalRequest;
use crate::enrolment::{Work, work};
use crate::error;
use crate::mentor::graphql::Mentor;
use crate::person::graphql::{Person, PersonById};
use crate::programme::graphql::{Cohort, CohortById, Group, GroupById};
use crate::reading::{Found, Reader, by_id, linked_by};
use crate::schema::{Loads, Node, fetch, fetch_nodes, keys};
use crate::school::graphql::{School, SchoolById};
use crate::task::graphql::Task;

keys! {
    /// An enrolment by id.
    pub EnrolmentById => Option<enrolment::Model> = by_id::<enrolment::Entity>;
    /// All that progress is computed from, by the enrolment's id.
    pub(super) WorkOf => Work = work;
    /// Who mentors an enrolment now, by the enrolment's id.
    pub(super) MentorOf => Option<mentor::Model> = mentors;
}

async fn mentors(reader: &Reader, ids: &[Uuid]) -> error::Result<Found<Option<mentor::Model>>> {
    let open = mentorship::Entity::seen_by(&reader.actor)
        .filter(mentorship::Column::EndedAt.is_null())
        .find_also_related(mentor::Entity);
    linked_by(reader, open, mentorship::Column::EnrolmentId, ids).await
}

impl Node for Enrolment {
    type Row = enrolment::Model;

    fn prefetch<'a>(
        loads: &'a Loads,
        look: Lookahead<'a>,
        rows: &'a [enrolment::Model],
    ) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            let people = rows.iter().map(|row| PersonById(row.person_id));
            fetch_nodes::<Person, _>(loads, look.field("person"), people).await?;
            let schools = rows.iter().map(|row| SchoolById(row.school_id));
            fetch_nodes::<School, _>(loads, look.field("school"), schools).await?;
            let groups = rows.iter().map(|row| GroupById(row.group_id));
            fetch_nodes::<Group, _>(loads, look.field("group"), groups).await?;
            let cohorts = rows.iter().map(|row| CohortById(row.cohort_id));
            fetch_nodes::<Cohort, _>(loads, look.field("cohort"), cohorts).await?;
            let mentors = rows.iter().map(|row| MentorOf(row.id));
            fetch_nodes::<Mentor, _>(loads, look.field("mentor"), mentors).await?;
            let worked = ["tasks", "progress", "nextStep", "waiting"];
            if worked.iter().any(|name| look.field(name).exists()) {
                let works = fetch(loads, rows.iter().map(|row| WorkOf(row.id))).await?;
                prefetch_work(loads, &look, works).await?;
            }
            Ok(())
        })
    }
}

async fn prefetch_work(loads: &Loads, look: &Lookahead<'_>, works: Vec<Work>) -> Result<()> {
    let (mut tasks, mut waiting) = (Vec::new(), Vec::new());
    for work in works {
        tasks.extend(work.tasks);
        waiting.extend(work.waiting);
    }
    for wanted in [look.field("tasks"), look.field("nextStep").field("task")] {
        Task::prefetch(loads, wanted, &tasks).await?;
    }
    ApprovalRequest::prefetch(loads, look.field("waiting"), &waiting).await
}
