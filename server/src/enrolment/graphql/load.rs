//! What hangs on enrolments, for many at once.

use std::sync::Arc;

use entity::{enrolment, mentor, mentorship};
use sea_orm::{ColumnTrait as _, QueryFilter as _};
use uuid::Uuid;

use crate::access::Guarded as _;
use crate::enrolment::{Work, work};
use crate::error;
use crate::reading::{Found, Reader, by_id, linked_by};
use crate::schema::{Key, Loads, keys};
use crate::task::graphql::OutcomesOfTask;

keys! {
    /// An enrolment by id.
    pub EnrolmentById => Option<Arc<enrolment::Model>> = by_id::<enrolment::Entity, _>;
    /// Who mentors an enrolment now, by the enrolment's id.
    pub(super) MentorOf => Option<Arc<mentor::Model>> = mentors;
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

/// All that progress is computed from, by the enrolment's id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct WorkOf(pub Uuid);

impl Key for WorkOf {
    type Found = Arc<Work>;

    fn id(self) -> Uuid {
        self.0
    }

    async fn find(loads: &Loads, ids: &[Uuid]) -> error::Result<Found<Arc<Work>>> {
        let found = work(loads.reader(), ids).await?;
        for work in found.values() {
            // Whoever shows the tasks need not ask once more what they claim.
            let claimed = work.tasks.iter().map(|task| OutcomesOfTask(task.id));
            loads.tell(claimed.map(|key| (key, work.claimed_by(key.0))));
        }
        Ok(found
            .into_iter()
            .map(|(id, work)| (id, Arc::new(work)))
            .collect())
    }
}
