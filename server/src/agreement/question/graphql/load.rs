//! The questions about applications, for many at once.

use std::sync::Arc;

use entity::agreement_question::{Column, Entity, Model};
use sea_orm::QueryOrder as _;
use uuid::Uuid;

use crate::access::Guarded as _;
use crate::error;
use crate::reading::{Found, Reader, rows_by};
use crate::schema::keys;

/// Questions about one application that are shown at most.
const SHOWN: usize = 100;

keys! {
    /// What signatories asked, newest first, by the application's id.
    pub QuestionsOf => Vec<Arc<Model>> = questions;
}

async fn questions(reader: &Reader, ids: &[Uuid]) -> error::Result<Found<Vec<Arc<Model>>>> {
    let newest_first = Entity::seen_by(&reader.actor).order_by_desc(Column::Id);
    let mut found: Found<Vec<_>> =
        rows_by(reader, newest_first, Column::ApplicationId, ids).await?;
    found.values_mut().for_each(|asked| asked.truncate(SHOWN));
    Ok(found)
}
