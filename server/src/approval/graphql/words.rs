//! The words in which the schema speaks of approval requests.

use async_graphql::Enum;
use entity::approval_request;

use crate::schema::{named, words};

/// Where an approval request stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "approval_request::State")]
pub enum ApprovalState {
    /// The mentor has not answered.
    Waiting,
    /// The mentor approved.
    Approved,
    /// The mentor sent it back.
    Returned,
    /// The participant took it back.
    Withdrawn,
    /// Decided, and then disowned by the mentor's mailbox or opened again by an administrator.
    Revoked,
}

words! {
    /// Where an approval request is to stand.
    pub ApprovalStateFilter: ApprovalState as approval_request::State
}

named!(ApprovalState);
