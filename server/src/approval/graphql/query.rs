//! Asking for approval requests.

use async_graphql::{Context, Object, Result};
use entity::approval_request;

use super::{ApprovalOrder, ApprovalOrderField, ApprovalRequest, ApprovalWhere};
use crate::reading::Page;
use crate::schema::{Connected, Direction, known, list, narrowed};

#[derive(Default)]
pub struct ApprovalQuery;

#[Object]
impl ApprovalQuery {
    /// Approval requests that you may see.
    async fn approvals(
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
        #[graphql(desc = "Which requests; all if left out.", name = "where")] filter: Option<
            ApprovalWhere,
        >,
        #[graphql(desc = "Their order; the longest waiting first if left out.")] order_by: Option<
            ApprovalOrder,
        >,
    ) -> Result<Connected<ApprovalRequest>> {
        let reader = known(ctx)?;
        let select = narrowed::<approval_request::Entity>(reader, filter)?;
        let usual = ApprovalOrder::by(ApprovalOrderField::AskedAt, Direction::Asc);
        let sort = order_by.unwrap_or(usual).sort_key(reader)?;
        let wanted = Page::new(first, after, last, before)?;
        list(ctx, select, sort, wanted, ApprovalRequest).await
    }
}
