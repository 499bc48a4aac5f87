//! Asking for people.

use async_graphql::{Context, Object, Result};
use entity::person;

use super::{Person, PersonOrder, PersonOrderField, PersonWhere};
use crate::reading::Page;
use crate::schema::{Connected, Direction, list, narrowed, office};

#[derive(Default)]
pub struct PersonQuery;

#[Object]
impl PersonQuery {
    /// People who can sign in. For administrators.
    async fn people(
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
        #[graphql(desc = "Which people; all if left out.", name = "where")] filter: Option<
            PersonWhere,
        >,
        #[graphql(desc = "Their order; by name if left out.")] order_by: Option<PersonOrder>,
    ) -> Result<Connected<Person>> {
        let reader = office(ctx)?;
        let select = narrowed::<person::Entity>(reader, filter)?;
        let usual = PersonOrder::by(PersonOrderField::Name, Direction::Asc);
        let sort = order_by.unwrap_or(usual).sort_key(reader)?;
        let wanted = Page::new(first, after, last, before)?;
        list(ctx, select, sort, wanted, Person).await
    }
}
