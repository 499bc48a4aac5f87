//! The scans of askings, for many at once.

use std::sync::Arc;

use entity::agreement_scan::{Column, Entity, Model};
use sea_orm::QueryOrder as _;
use uuid::Uuid;

use crate::access::Guarded as _;
use crate::error;
use crate::reading::{Found, Reader, rows_by};
use crate::schema::keys;

keys! {
    /// The scan that was sent last, by the asking's id.
    pub(super) LatestScan => Option<Arc<Model>> = latest;
}

async fn latest(reader: &Reader, ids: &[Uuid]) -> error::Result<Found<Option<Arc<Model>>>> {
    let oldest_first = Entity::seen_by(&reader.actor).order_by_asc(Column::Id);
    rows_by(reader, oldest_first, Column::AgreementId, ids).await
}
