//! The words in which the schema speaks of approval requests.

use async_graphql::Enum;
use entity::approval_request;

use crate::approval::ApprovalOrderField;

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

/// What approval requests are sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "ApprovalOrderField", name = "ApprovalOrderField")]
pub enum OrderField {
    /// When the mentor was asked.
    AskedAt,
    /// When the mentor answered; those without an answer count as before all others.
    DecidedAt,
}
