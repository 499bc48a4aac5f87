//! What clients say of approval requests.

use async_graphql::{ID, InputObject};

/// A request whose letter is to be sent again.
#[derive(InputObject)]
pub struct ResendApprovalInput {
    /// The approval request.
    pub approval_id: ID,
}
