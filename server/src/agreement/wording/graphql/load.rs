//! What belongs to versions, for many at once.

use std::sync::Arc;

use entity::agreement_text::{Column, Entity, Model};
use sea_orm::QueryOrder as _;
use uuid::Uuid;

use crate::access::Guarded as _;
use crate::agreement::wording::{Setting, Uses, settings_of, uses};
use crate::error;
use crate::reading::{Found, Reader, rows_by};
use crate::schema::keys;

keys! {
    /// All versions, oldest first, by the programme's id.
    pub(super) VersionsOf => Vec<Arc<Model>> = versions;
    /// The programme and its award, by the programme's id.
    pub(super) SettingOf => Option<Arc<Setting>> = setting;
    /// How often it was used, by the version's id.
    pub(super) UsesOf => Uses = used;
}

async fn versions(reader: &Reader, ids: &[Uuid]) -> error::Result<Found<Vec<Arc<Model>>>> {
    let oldest_first = Entity::seen_by(&reader.actor).order_by_asc(Column::Number);
    rows_by(reader, oldest_first, Column::ProgrammeId, ids).await
}

async fn setting(reader: &Reader, ids: &[Uuid]) -> error::Result<Found<Option<Arc<Setting>>>> {
    let found = settings_of(&reader.db, ids).await?;
    let by_id = found.into_iter().map(|one| (one.0.id, Some(Arc::new(one))));
    Ok(by_id.collect())
}

async fn used(reader: &Reader, ids: &[Uuid]) -> error::Result<Found<Uses>> {
    Ok(uses(&reader.db, ids).await?.into_iter().collect())
}
