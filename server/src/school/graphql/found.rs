//! A school as anybody signed in may find it: what is published of it, and no more.

use std::sync::Arc;

use async_graphql::{ID, Result};
use entity::{school, school_link};
use sea_orm::{EntityTrait as _, QueryOrder as _, QuerySelect as _, RelationTrait as _};
use uuid::Uuid;

use super::SchoolStatus;
use crate::error;
use crate::reading::{Found, Reader, linked_by};
use crate::schema::{each, keys, object};

keys! {
    /// The schools that came after a closed one, by its id. They stand in the national list, so everybody may know them.
    pub SuccessorsOf => Vec<Arc<school::Model>> = successors;
}

async fn successors(
    reader: &Reader,
    ids: &[Uuid],
) -> error::Result<Found<Vec<Arc<school::Model>>>> {
    let links = school_link::Entity::find()
        .join(
            sea_orm::JoinType::InnerJoin,
            school_link::Relation::Successor.def(),
        )
        .select_also(school::Entity)
        .order_by_asc(school::Column::Name)
        .order_by_asc(school::Column::Id);
    linked_by(reader, links, school_link::Column::PredecessorId, ids).await
}

object! {
    /// A school that came after one that has closed.
    Successor(school: school::Model, loads);

    /// Stable for good: the school's id.
    id: ID => school.id.into();
    /// Unique reference number: six digits.
    urn: &str => school.urn.as_deref().unwrap_or_default();
    /// Its name.
    name: &str => &school.name;
    /// Its town. Empty where the list has none.
    town: &str => &school.town;
    /// Its postcode. Empty where the list has none.
    postcode: &str => &school.postcode;
    /// Whether it is open; it may have closed again.
    status: SchoolStatus => school.status.into();
}

object! {
    /// A school as anybody who is signed in may find it: what is published of it.
    FoundSchool(school: school::Model, loads);

    /// Stable for good. It is the id of the school wherever an id of a school is asked for.
    id: ID => school.id.into();
    /// Unique reference number: six digits. Empty for a school that is not on the national list.
    urn: &str => school.urn.as_deref().unwrap_or_default();
    /// Its name.
    name: &str => &school.name;
    /// Its street, with the number.
    street: Option<&str> => school.street.as_deref();
    /// Its town. Empty where the list has none.
    town: &str => &school.town;
    /// Its postcode. Empty where the list has none.
    postcode: &str => &school.postcode;
    /// The local authority.
    local_authority: &str => &school.local_authority;
    /// The phase of education in the words of the list, such as Primary.
    phase: Option<&str> => school.phase.as_deref();
    /// Whether it is open.
    status: SchoolStatus => school.status.into();
    /// Whether it stands in the national list; if not, somebody entered it.
    is_listed: bool => school.urn.is_some();
    /// The schools that came after it, as after a conversion to an academy; there are none while it is open.
    successors: Vec<Successor> where found = SuccessorsOf(school.id) => each(found);
}
