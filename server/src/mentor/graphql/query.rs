//! Asking for mentors.

use async_graphql::{Context, Object, Result};
use entity::mentor;

use super::{Mentor, MentorOrder, MentorOrderField, MentorWhere};
use crate::reading::Page;
use crate::schema::{Connected, Direction, list, narrowed, office};

#[derive(Default)]
pub struct MentorQuery;

#[Object]
impl MentorQuery {
    /// Mentors. For administrators.
    async fn mentors(
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
        #[graphql(desc = "Which mentors; all if left out.", name = "where")] filter: Option<
            MentorWhere,
        >,
        #[graphql(desc = "Their order; by name if left out.")] order_by: Option<MentorOrder>,
    ) -> Result<Connected<Mentor>> {
        let reader = office(ctx)?;
        let select = narrowed::<mentor::Entity>(reader, filter)?;
        let usual = MentorOrder::by(MentorOrderField::Name, Direction::Asc);
        let sort = order_by.unwrap_or(usual).sort_key(reader)?;
        let wanted = Page::new(first, after, last, before)?;
        list(ctx, select, sort, wanted, Mentor).await
    }
}
