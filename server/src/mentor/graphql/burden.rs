//! What mentors have to do, for many at once.

use chrono::{DateTime, Utc};
use entity::{approval_request, mentorship};
use sea_orm::{ColumnTrait as _, QueryFilter as _, QuerySelect as _};
use uuid::Uuid;

use crate::access::Guarded as _;
use crate::error::Result;
use crate::reading::{Found, Reader, any_of, count_by, int};
use crate::schema::keys;

/// What a mentor has to do with, within what the reader may see.
#[derive(Clone, Copy, Debug, Default)]
pub struct Burden {
    pub participants: i32,
    pub waiting: i32,
    pub oldest: Option<DateTime<Utc>>,
}

keys! {
    /// A mentor's burden, by the mentor's id.
    pub BurdenOf => Burden = burdens;
}

async fn burdens(reader: &Reader, ids: &[Uuid]) -> Result<Found<Burden>> {
    let mut found: Found<Burden> = Found::default();
    for (mentor, participants) in participants(reader, ids).await? {
        found.entry(mentor).or_default().participants = participants;
    }
    for (mentor, waiting, oldest) in waiting(reader, ids).await? {
        let burden = found.entry(mentor).or_default();
        (burden.waiting, burden.oldest) = (int(waiting), oldest);
    }
    Ok(found)
}

async fn participants(reader: &Reader, ids: &[Uuid]) -> Result<Found<i32>> {
    let open =
        mentorship::Entity::seen_by(&reader.actor).filter(mentorship::Column::EndedAt.is_null());
    count_by(reader, open, mentorship::Column::MentorId, ids).await
}

/// How many requests wait for each mentor, and since when the oldest does.
async fn waiting(reader: &Reader, ids: &[Uuid]) -> Result<Vec<(Uuid, i64, Option<DateTime<Utc>>)>> {
    use approval_request::{Column, Entity, State};
    Ok(Entity::seen_by(&reader.actor)
        .select_only()
        .column(Column::MentorId)
        .column_as(Column::Id.count(), "n")
        .column_as(Column::AskedAt.min(), "oldest")
        .filter(any_of(&reader.db, Column::MentorId, ids))
        .filter(Column::State.eq(State::Waiting))
        .group_by(Column::MentorId)
        .into_tuple()
        .all(&reader.db)
        .await?)
}
