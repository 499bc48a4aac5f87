//! What belongs to the person who is signed in.

use entity::{enrolment, person, session};
use sea_orm::{
    ColumnTrait as _, EntityTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _,
};
use uuid::Uuid;

use crate::error::Result;
use crate::reading::Reader;

/// Sessions and enrolments that are shown at most.
const SHOWN: u64 = 50;

/// The person with this id.
pub async fn person(reader: &Reader, id: Uuid) -> Result<Option<person::Model>> {
    Ok(person::Entity::find_by_id(id).one(&reader.db).await?)
}

/// Where the person is signed in, newest first; at most 50.
pub async fn open_sessions(reader: &Reader, person_id: Uuid) -> Result<Vec<session::Model>> {
    let sessions = session::Entity::find()
        .filter(session::Column::PersonId.eq(person_id))
        .filter(session::Column::ExpiresAt.gt(reader.now))
        .order_by_desc(session::Column::Id);
    Ok(sessions.limit(SHOWN).all(&reader.db).await?)
}

/// The person's own places, newest first; at most 50.
pub async fn own_enrolments(reader: &Reader, person_id: Uuid) -> Result<Vec<enrolment::Model>> {
    let enrolments = enrolment::Entity::find()
        .filter(enrolment::Column::PersonId.eq(person_id))
        .order_by_desc(enrolment::Column::StartedOn);
    Ok(enrolments.limit(SHOWN).all(&reader.db).await?)
}
