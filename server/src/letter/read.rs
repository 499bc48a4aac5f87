//! Finding letters.

use entity::letter::{Column, Entity, Kind, Model, State};
use sea_orm::{ColumnTrait as _, Condition, QueryFilter as _, Select};
use uuid::Uuid;

use crate::access::Guarded as _;
use crate::error::Result;
use crate::reading::{Reader, found_in};

/// Which letters.
#[derive(Clone, Debug, Default)]
pub struct LetterWhere {
    pub state: Option<Vec<State>>,
    pub kind: Option<Vec<Kind>>,
    /// Part of the receiver's name or address.
    pub search: Option<String>,
}

impl LetterWhere {
    /// The letters that the reader may see and that fit.
    pub fn select(&self, reader: &Reader) -> Select<Entity> {
        let mut fits = Condition::all();
        if let Some(states) = &self.state {
            fits = fits.add(Column::State.is_in(states.iter().copied()));
        }
        if let Some(kinds) = &self.kind {
            fits = fits.add(Column::Kind.is_in(kinds.iter().copied()));
        }
        Entity::seen_by(&reader.actor).filter(fits).filter(found_in(
            [Column::ToEmail, Column::ToName],
            self.search.as_deref(),
        ))
    }
}

/// One letter, if it exists for the reader.
pub async fn find(reader: &Reader, id: Uuid) -> Result<Option<Model>> {
    let letter = Entity::by_id(id).filter(Entity::visible(&reader.actor));
    Ok(letter.one(&reader.db).await?)
}
