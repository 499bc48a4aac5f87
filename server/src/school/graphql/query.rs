//! Asking for schools.

use async_graphql::{Context, Object, Result};
use entity::school;

use super::{School, SchoolOrder, SchoolOrderField, SchoolWhere};
use crate::reading::Page;
use crate::schema::{Connected, Direction, known, list, narrowed};

#[derive(Default)]
pub struct SchoolQuery;

#[Object]
impl SchoolQuery {
    /// Schools that you may see.
    async fn schools(
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
        #[graphql(desc = "Which schools; all if left out.", name = "where")] filter: Option<
            SchoolWhere,
        >,
        #[graphql(desc = "Their order; by name if left out.")] order_by: Option<SchoolOrder>,
    ) -> Result<Connected<School>> {
        let reader = known(ctx)?;
        let select = narrowed::<school::Entity>(reader, filter)?;
        let usual = SchoolOrder::by(SchoolOrderField::Name, Direction::Asc);
        let sort = order_by.unwrap_or(usual).sort_key(reader)?;
        let wanted = Page::new(first, after, last, before)?;
        list(ctx, select, sort, wanted, School).await
    }
}
