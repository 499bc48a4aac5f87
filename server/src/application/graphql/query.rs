//! Asking for applications.

use std::sync::Arc;

use async_graphql::{Context, ID, Object, Result};
use entity::application;

use super::{
    Application, ApplicationBoard, ApplicationById, ApplicationOrder, ApplicationOrderField,
    ApplicationWhere, Lanes,
};
use crate::access::Guarded as _;
use crate::application::board;
use crate::error::Error;
use crate::reading::Page;
use crate::schema::{Connected, Direction, known, list, load_row, narrowed, plan_of, uuid};

/// Cards that are shown of each state at most.
const MOST_CARDS: u32 = 50;

#[derive(Default)]
pub struct ApplicationQuery;

#[Object]
impl ApplicationQuery {
    /// One application.
    async fn application(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The application's id.")] id: ID,
    ) -> Result<Application> {
        known(ctx)?;
        let name = application::Entity::NAME;
        load_row(ctx, ApplicationById(uuid(&id, name)?), name).await
    }

    /// The applications that you may see, by where they stand: how many in each place, and those that have stood there
    /// longest. It takes two statements, however many there are, beside what is asked of the cards.
    async fn application_board(
        &self,
        ctx: &Context<'_>,
        #[graphql(
            desc = "How many of each state to show, 0 to 50: those that have stood there longest."
        )]
        cards: i32,
        #[graphql(desc = "Which applications; all if left out.", name = "where")] filter: Option<
            ApplicationWhere,
        >,
    ) -> Result<ApplicationBoard> {
        let reader = known(ctx)?;
        let select = narrowed::<application::Entity>(reader, filter)?;
        let wanted = u32::try_from(cards)
            .ok()
            .filter(|cards| *cards <= MOST_CARDS);
        let why = format!("Ask for 0 to {MOST_CARDS} cards of each state.");
        let cards = wanted.ok_or_else(|| Error::field("cards", why))?;
        let has_cards =
            plan_of::<ApplicationBoard, _>(ctx, ctx.item).wants_below("columns", "cards");
        let lanes = board(reader, select, has_cards.then_some(cards)).await?;
        Ok(ApplicationBoard::from(Lanes(
            lanes.into_iter().map(Arc::new).collect(),
        )))
    }

    /// Applications that you may see: your own, an administrator's everybody's.
    async fn applications(
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
        #[graphql(desc = "Which applications; all if left out.", name = "where")] filter: Option<
            ApplicationWhere,
        >,
        #[graphql(desc = "Their order; the latest change first if left out.")] order_by: Option<
            ApplicationOrder,
        >,
    ) -> Result<Connected<Application>> {
        let reader = known(ctx)?;
        let select = narrowed::<application::Entity>(reader, filter)?;
        let usual = ApplicationOrder::by(ApplicationOrderField::UpdatedAt, Direction::Desc);
        let sort = order_by.unwrap_or(usual).sort_key(reader)?;
        let wanted = Page::new(first, after, last, before)?;
        list(ctx, select, sort, wanted, Application).await
    }
}
