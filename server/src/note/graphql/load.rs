//! The notes on applications, for many at once.

use std::sync::Arc;

use entity::application_note::{Column, Entity, Model};
use sea_orm::QueryOrder as _;
use uuid::Uuid;

use crate::access::Guarded as _;
use crate::error;
use crate::reading::{Found, Reader, rows_by};
use crate::schema::keys;

/// Notes on one application that are shown at most.
const SHOWN: usize = 100;

keys! {
    /// What the office noted down, newest first, by the application's id.
    pub NotesOf => Vec<Arc<Model>> = notes;
}

async fn notes(reader: &Reader, ids: &[Uuid]) -> error::Result<Found<Vec<Arc<Model>>>> {
    let newest_first = Entity::seen_by(&reader.actor).order_by_desc(Column::Id);
    let mut found: Found<Vec<_>> =
        rows_by(reader, newest_first, Column::ApplicationId, ids).await?;
    found.values_mut().for_each(|notes| notes.truncate(SHOWN));
    Ok(found)
}
