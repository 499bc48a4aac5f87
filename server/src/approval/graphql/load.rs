//! What hangs on approval requests, for many at once.

use std::sync::Arc;

use entity::{approval_request, letter};
use sea_orm::{EntityTrait as _, QueryOrder as _};
use uuid::Uuid;

use crate::access::Guarded as _;
use crate::error;
use crate::reading::{Found, Reader, rows_by};
use crate::schema::keys;

keys! {
    /// The latest request about a task, by the task's id.
    pub LatestApproval => Option<Arc<approval_request::Model>> = latest;
    /// How the letter of a request is doing, by the letter's id. Whoever sees the request may know this much of it.
    pub LetterOf => Option<Arc<letter::Model>> = letters;
}

async fn latest(
    reader: &Reader,
    ids: &[Uuid],
) -> error::Result<Found<Option<Arc<approval_request::Model>>>> {
    let oldest_first =
        approval_request::Entity::seen_by(&reader.actor).order_by_asc(approval_request::Column::Id);
    rows_by(reader, oldest_first, approval_request::Column::TaskId, ids).await
}

async fn letters(
    reader: &Reader,
    ids: &[Uuid],
) -> error::Result<Found<Option<Arc<letter::Model>>>> {
    rows_by(reader, letter::Entity::find(), letter::Column::Id, ids).await
}
