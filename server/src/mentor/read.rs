//! Finding mentors.

use entity::mentor::{Column, Entity};
use sea_orm::{QueryFilter as _, Select};

use crate::access::Guarded as _;
use crate::reading::{Reader, found_in};

/// The mentors that the reader may see, with this in name or address.
pub fn mentors(reader: &Reader, search: Option<&str>) -> Select<Entity> {
    Entity::seen_by(&reader.actor).filter(found_in([Column::Name, Column::Email], search))
}
