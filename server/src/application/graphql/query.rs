//! Asking for applications.

use async_graphql::{Context, ID, Object, Result};
use entity::application;

use super::{
    Application, ApplicationById, ApplicationOrder, ApplicationOrderField, ApplicationWhere,
};
use crate::access::Guarded as _;
use crate::reading::Page;
use crate::schema::{Connected, Direction, known, list, load_row, narrowed, uuid};

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
