//! Asking for history.

use async_graphql::{Context, Object, Result};
use entity::event;

use super::{Event, EventOrder, EventOrderField, EventWhere};
use crate::reading::Page;
use crate::schema::{Connected, Direction, list, narrowed, office};

#[derive(Default)]
pub struct EventQuery;

#[Object]
impl EventQuery {
    /// What happened. For administrators.
    async fn events(
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
        #[graphql(desc = "Which events; all if left out.", name = "where")] filter: Option<
            EventWhere,
        >,
        #[graphql(desc = "Their order; newest first if left out.")] order_by: Option<EventOrder>,
    ) -> Result<Connected<Event>> {
        let reader = office(ctx)?;
        let select = narrowed::<event::Entity>(reader, filter)?;
        let usual = EventOrder::by(EventOrderField::At, Direction::Desc);
        let sort = order_by.unwrap_or(usual).sort_key(reader)?;
        let wanted = Page::new(first, after, last, before)?;
        list(ctx, select, sort, wanted, Event).await
    }
}
