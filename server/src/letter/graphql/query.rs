//! Asking for letters.

use async_graphql::{Context, ID, InputObject, Object, Result};
use entity::letter;

use super::{Letter, LetterKind, LetterState};
use crate::access::Guarded as _;
use crate::error::Error;
use crate::letter::{LetterWhere, find};
use crate::reading::{Direction, Page, SortKey};
use crate::schema::{Connected, list, office, plain, uuid};

#[derive(Default)]
pub struct LetterQuery;

#[Object]
impl LetterQuery {
    /// Letters, newest first. For administrators.
    async fn letters(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many rows, 0 to 100.")] first: i32,
        #[graphql(desc = "The cursor of the last row of the page before.")] after: Option<String>,
        #[graphql(desc = "Which letters; all if left out.", name = "where")] filter: Option<Where>,
    ) -> Result<Connected<Letter>> {
        let reader = office(ctx)?;
        let letters = LetterWhere::from(filter.unwrap_or_default()).select(reader);
        let newest_first = SortKey::age(Direction::Desc);
        list(ctx, letters, newest_first, Page::new(first, after)?, Letter).await
    }

    /// One letter. For administrators.
    async fn letter(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The letter's id.")] id: ID,
    ) -> Result<Letter> {
        let (reader, name) = (office(ctx)?, letter::Entity::NAME);
        let found = find(reader, uuid(&id, name)?).await?;
        Ok(found.map(Letter).ok_or(Error::NotFound(name))?)
    }
}

/// Which letters. What is left out does not narrow the list.
#[derive(Default, InputObject)]
#[graphql(name = "LetterWhere")]
pub struct Where {
    /// In any of these states.
    state: Option<Vec<LetterState>>,
    /// Of any of these kinds.
    kind: Option<Vec<LetterKind>>,
    /// Part of the receiver's name or address.
    search: Option<String>,
}

impl From<Where> for LetterWhere {
    fn from(filter: Where) -> Self {
        Self {
            state: plain(filter.state),
            kind: plain(filter.kind),
            search: filter.search,
        }
    }
}
