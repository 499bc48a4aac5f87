//! Finding schools.

use entity::school::{Column, Entity};
use sea_orm::{QueryFilter as _, Select};

use crate::access::Guarded as _;
use crate::reading::{Reader, found_in};

/// The schools that the reader may see, with this in name, town, postcode or URN.
pub fn schools(reader: &Reader, search: Option<&str>) -> Select<Entity> {
    use Column::{Name, Postcode, Town, Urn};
    Entity::seen_by(&reader.actor).filter(found_in([Name, Town, Postcode, Urn], search))
}
