//! Asking for letters.

use async_graphql::{Context, ID, Object, Result};
use entity::letter;

use super::{Letter, LetterOrder, LetterOrderField, LetterWhere};
use crate::access::Guarded as _;
use crate::error::Error;
use crate::letter::find;
use crate::reading::Page;
use crate::schema::{Connected, Direction, list, narrowed, office, uuid};

#[derive(Default)]
pub struct LetterQuery;

#[Object]
impl LetterQuery {
    /// Letters. For administrators.
    async fn letters(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many rows from the beginning, 0 to 100; either this or `last`.")]
        first: Option<i32>,
        #[graphql(
            desc = "Only rows after this one: a cursor, such as the last of the page before."
        )]
        after: Option<String>,
        #[graphql(desc = "How many rows from the end, 0 to 100; either this or `first`.")]
        last: Option<i32>,
        #[graphql(
            desc = "Only rows before this one: a cursor, such as the first of the page after."
        )]
        before: Option<String>,
        #[graphql(desc = "Which letters; all if left out.", name = "where")] filter: Option<
            LetterWhere,
        >,
        #[graphql(desc = "Their order; newest first if left out.")] order_by: Option<LetterOrder>,
    ) -> Result<Connected<Letter>> {
        let reader = office(ctx)?;
        let select = narrowed::<letter::Entity>(reader, filter)?;
        let usual = LetterOrder::by(LetterOrderField::CreatedAt, Direction::Desc);
        let sort = order_by.unwrap_or(usual).sort_key(reader)?;
        let wanted = Page::new(first, after, last, before)?;
        list(ctx, select, sort, wanted, Letter).await
    }

    /// One letter. For administrators.
    async fn letter(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The letter's id.")] id: ID,
    ) -> Result<Letter> {
        let (reader, name) = (office(ctx)?, letter::Entity::NAME);
        let found = find(reader, uuid(&id, name)?).await?;
        Ok(found.map(Letter::from).ok_or(Error::NotFound(name))?)
    }
}
