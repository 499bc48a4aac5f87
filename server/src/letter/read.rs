//! Finding letters.

use entity::letter::{Entity, Model};
use sea_orm::QueryFilter as _;
use uuid::Uuid;

use crate::access::Guarded as _;
use crate::error::Result;
use crate::reading::Reader;

/// One letter, if it exists for the reader.
pub async fn find(reader: &Reader, id: Uuid) -> Result<Option<Model>> {
    let letter = Entity::by_id(id).filter(Entity::visible(&reader.actor));
    Ok(letter.one(&reader.db).await?)
}
