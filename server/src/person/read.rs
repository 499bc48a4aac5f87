//! Finding people.

use entity::person::{Column, Entity};
use entity::person_role::{self, Role};
use sea_orm::{
    ColumnTrait as _, EntityTrait as _, QueryFilter as _, QuerySelect as _, QueryTrait as _, Select,
};

use crate::access::Guarded as _;
use crate::reading::{Reader, found_in};

/// Which people.
#[derive(Clone, Debug, Default)]
pub struct PersonWhere {
    pub role: Option<Role>,
    /// Part of the name or address.
    pub search: Option<String>,
}

impl PersonWhere {
    /// The people that the reader may see and that fit.
    pub fn select(&self, reader: &Reader) -> Select<Entity> {
        let people = Entity::seen_by(&reader.actor).filter(found_in(
            [Column::Name, Column::Email],
            self.search.as_deref(),
        ));
        let Some(role) = self.role else { return people };
        let holders = person_role::Entity::find()
            .select_only()
            .column(person_role::Column::PersonId)
            .filter(person_role::Column::Role.eq(role))
            .into_query();
        people.filter(Column::Id.in_subquery(holders))
    }
}
