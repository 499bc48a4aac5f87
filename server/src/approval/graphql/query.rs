//! Asking for approval requests.

use async_graphql::{Context, Object, Result};

use super::{ApprovalRequest, OrderBy, Where};
use crate::approval::{ApprovalOrder, ApprovalWhere};
use crate::reading::Page;
use crate::schema::{Connected, known, list};

#[derive(Default)]
pub struct ApprovalQuery;

#[Object]
impl ApprovalQuery {
    /// Approval requests that you may see.
    async fn approvals(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many rows, 0 to 100.")] first: i32,
        #[graphql(desc = "The cursor of the last row of the page before.")] after: Option<String>,
        #[graphql(desc = "Which requests; all if left out.", name = "where")] filter: Option<Where>,
        #[graphql(desc = "Their order; the longest waiting first if left out.")] order_by: Option<
            OrderBy,
        >,
    ) -> Result<Connected<ApprovalRequest>> {
        let reader = known(ctx)?;
        let requests = ApprovalWhere::try_from(filter.unwrap_or_default())?.select(reader);
        let order = order_by.map(ApprovalOrder::from).unwrap_or_default();
        let wanted = Page::new(first, after)?;
        list(ctx, requests, order.sort_key(), wanted, ApprovalRequest).await
    }
}
