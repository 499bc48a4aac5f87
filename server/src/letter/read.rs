//! Finding letters.

use entity::letter::{Column, Entity, Kind, State};
use sea_orm::{ColumnTrait as _, Condition, EntityTrait as _, QueryFilter as _, Select};

use crate::access::Guarded as _;
use crate::reading::{Reader, contains};

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
        if let Some(text) = self
            .search
            .as_deref()
            .filter(|text| !text.trim().is_empty())
        {
            fits = fits.add(
                Condition::any()
                    .add(contains(Column::ToEmail, text))
                    .add(contains(Column::ToName, text)),
            );
        }
        Entity::find()
            .filter(Entity::visible(&reader.actor))
            .filter(fits)
    }
}
