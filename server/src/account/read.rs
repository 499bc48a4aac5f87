//! What belongs to the person who is signed in.

use std::sync::Arc;

use entity::{enrolment, person, session};
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _, QueryOrder as _};
use uuid::Uuid;

use crate::error::Result;
use crate::reading::{Found, Reader, rows_by};

/// Sessions and enrolments that are shown at most.
const SHOWN: usize = 50;

/// The person with this id.
pub async fn person(reader: &Reader, id: Uuid) -> Result<Option<person::Model>> {
    Ok(person::Entity::find_by_id(id).one(&reader.db).await?)
}

/// Where people are signed in, newest first; at most 50 each.
pub async fn open_sessions(
    reader: &Reader,
    people: &[Uuid],
) -> Result<Found<Vec<Arc<session::Model>>>> {
    let sessions = session::Entity::find()
        .filter(session::Column::ExpiresAt.gt(reader.now))
        .order_by_desc(session::Column::Id);
    let found = rows_by(reader, sessions, session::Column::PersonId, people).await?;
    Ok(shown(found))
}

/// People's own places, newest first; at most 50 each.
pub async fn own_enrolments(
    reader: &Reader,
    people: &[Uuid],
) -> Result<Found<Vec<Arc<enrolment::Model>>>> {
    let enrolments = enrolment::Entity::find().order_by_desc(enrolment::Column::StartedOn);
    let found = rows_by(reader, enrolments, enrolment::Column::PersonId, people).await?;
    Ok(shown(found))
}

fn shown<M>(mut found: Found<Vec<M>>) -> Found<Vec<M>> {
    found.values_mut().for_each(|rows| rows.truncate(SHOWN));
    found
}
