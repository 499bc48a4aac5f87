//! Doing something with an approval request.

use async_graphql::{Context, Object, Result};
use entity::approval_request;

use super::{ApprovalRequest, ResendApprovalInput};
use crate::access::{self, Guarded as _};
use crate::approval::resend;
use crate::schema::{actor, portal, uuid};
use crate::tx;

#[derive(Default)]
pub struct ApprovalMutation;

#[Object]
impl ApprovalMutation {
    /// Writes to the mentor again; once a day.
    async fn resend_approval(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The request.")] input: ResendApprovalInput,
    ) -> Result<ApprovalRequest> {
        let id = uuid(&input.approval_id, approval_request::Entity::NAME)?;
        let row = tx::write(portal(ctx), actor(ctx), async |tx| {
            let request = access::load::<access::Resend>(tx, id).await?;
            resend(tx, request).await
        });
        Ok(ApprovalRequest::from(row.await?))
    }
}
