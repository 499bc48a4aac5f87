//! What an administrator looks at before places are offered: who is ready, who is not, and what the groups hold.

use std::sync::Arc;

use entity::application::{Column, Entity, Model, State};
use entity::{agreement, cohort, enrolment, school, training_group};
use sea_orm::{ColumnTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _};
use uuid::Uuid;

use super::{Nowhere, Room, Wish, propose};
use crate::access::Guarded as _;
use crate::application::is_ready;
use crate::error::{Error, Result};
use crate::programme::{Point, WITHOUT_SEAT};
use crate::reading::{Found, Reader, count_by, int, rows_by};

/// Applications that are looked at, those first that were handed in first.
const MOST: u64 = 300;

/// A group and its places.
#[derive(Clone, Debug)]
pub struct Seats {
    pub group: Arc<training_group::Model>,
    pub taken: i32,
    pub offered: i32,
}

impl Seats {
    /// None where nobody counts.
    pub fn free(&self) -> Option<i32> {
        let all = self.group.capacity?;
        Some((all - self.taken - self.offered).max(0))
    }
}

/// Somebody to whom a place can be offered.
#[derive(Clone, Debug)]
pub struct Candidate {
    pub application: Arc<Model>,
    /// Where their school is.
    pub at: Option<Point>,
    /// The proposed group, by its place among the groups.
    pub proposed: Result<usize, Nowhere>,
    /// Miles to each group, in their order; none online and where it is not known.
    pub miles: Vec<Option<f64>>,
}

/// A cohort's applicants and groups.
#[derive(Clone, Debug)]
pub struct Allocation {
    pub cohort: Arc<cohort::Model>,
    pub groups: Vec<Arc<Seats>>,
    pub candidates: Vec<Arc<Candidate>>,
    /// Handed in, but no place can be offered yet.
    pub blocked: Vec<Arc<Blocked>>,
}

/// Somebody to whom no place can be offered yet.
#[derive(Clone, Debug)]
pub struct Blocked {
    pub application: Model,
}

/// Reads it, in seven statements however many they are.
///
/// # Errors
/// `NOT_FOUND` for a cohort that there is not.
pub async fn allocation(reader: &Reader, cohort_id: Uuid) -> Result<Allocation> {
    let cohort = cohort::Entity::seen_by(&reader.actor)
        .filter(cohort::Column::Id.eq(cohort_id))
        .one(&reader.db)
        .await?;
    let cohort = cohort.ok_or(Error::NotFound(cohort::Entity::NAME))?;
    let groups = seats(reader, cohort_id).await?;
    let (ready, blocked) = applicants(reader, cohort_id).await?;
    let rooms: Vec<Room> = groups.iter().map(|seats| room(seats)).collect();
    let wishes: Vec<Wish> = ready.iter().map(wish).collect();
    let proposals = propose(&wishes, &rooms);
    let candidates = ready
        .into_iter()
        .zip(proposals)
        .map(|((application, at), proposed)| {
            let miles = rooms.iter().map(|room| Some(at?.miles_to(room.at?)));
            Arc::new(Candidate {
                miles: miles.collect(),
                application,
                at,
                proposed,
            })
        });
    Ok(Allocation {
        cohort: Arc::new(cohort),
        candidates: candidates.collect(),
        groups,
        blocked,
    })
}

fn room(seats: &Seats) -> Room {
    Room {
        mode: seats.group.mode,
        at: Point::of_group(&seats.group),
        free: seats.free().and_then(|free| usize::try_from(free).ok()),
    }
}

fn wish((application, at): &Applicant) -> Wish {
    Wish {
        id: application.id,
        mode: application.answers.mode,
        at: *at,
        handed_in: application.submitted_at,
    }
}

async fn seats(reader: &Reader, cohort_id: Uuid) -> Result<Vec<Arc<Seats>>> {
    let groups = training_group::Entity::seen_by(&reader.actor)
        .filter(training_group::Column::CohortId.eq(cohort_id))
        .order_by_asc(training_group::Column::Name)
        .order_by_asc(training_group::Column::Id)
        .all(&reader.db)
        .await?;
    let ids: Vec<Uuid> = groups.iter().map(|group| group.id).collect();
    let offers = Entity::seen_by(&reader.actor).filter(Column::State.eq(State::Offered));
    let offered = count_by(reader, offers, Column::GroupId, &ids).await?;
    let seated = enrolment::Entity::seen_by(&reader.actor)
        .filter(enrolment::Column::State.is_not_in(WITHOUT_SEAT));
    let taken = count_by(reader, seated, enrolment::Column::GroupId, &ids).await?;
    let number = |found: &Found<i32>, id: Uuid| int(found.get(&id).copied().unwrap_or_default());
    let seats = groups.into_iter().map(|group| {
        Arc::new(Seats {
            taken: number(&taken, group.id),
            offered: number(&offered, group.id),
            group: Arc::new(group),
        })
    });
    Ok(seats.collect())
}

type Applicant = (Arc<Model>, Option<Point>);

/// Those who are ready for an offer, with where their schools are, and those who are not.
async fn applicants(
    reader: &Reader,
    cohort_id: Uuid,
) -> Result<(Vec<Applicant>, Vec<Arc<Blocked>>)> {
    let open = [State::Submitted, State::AwaitingSchool, State::Ready];
    let rows = Entity::seen_by(&reader.actor)
        .filter(Column::CohortId.eq(cohort_id))
        .filter(Column::State.is_in(open))
        .find_also_related(school::Entity)
        .order_by_asc(Column::SubmittedAt)
        .order_by_asc(Column::Id)
        .limit(MOST)
        .all(&reader.db)
        .await?;
    let ids: Vec<Uuid> = rows.iter().map(|(row, _)| row.id).collect();
    let oldest_first =
        agreement::Entity::seen_by(&reader.actor).order_by_asc(agreement::Column::Id);
    let by = agreement::Column::ApplicationId;
    let mut asked: Found<Option<agreement::Model>> =
        rows_by(reader, oldest_first, by, &ids).await?;
    let (mut ready, mut blocked) = (Vec::new(), Vec::new());
    for (application, school) in rows {
        let latest = asked.remove(&application.id).flatten();
        if is_ready(&application, latest.as_ref()) {
            let at = school.as_ref().and_then(Point::of_school);
            ready.push((Arc::new(application), at));
        } else {
            blocked.push(Arc::new(Blocked { application }));
        }
    }
    Ok((ready, blocked))
}
