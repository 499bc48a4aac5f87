//! What clients say of approval requests, and how the verbs understand it.

use async_graphql::{Error, ID, InputObject, Result};
use chrono::{DateTime, Utc};

use super::{ApprovalState, OrderField};
use crate::approval::{ApprovalOrder, ApprovalWhere};
use crate::schema::{Direction, maybe_uuid, plain};

/// Which approval requests. What is left out does not narrow the list.
#[derive(Default, InputObject)]
#[graphql(name = "ApprovalWhere")]
pub struct Where {
    /// In any of these states.
    state: Option<Vec<ApprovalState>>,
    /// Of this participant.
    enrolment_id: Option<ID>,
    /// Of this training group.
    group_id: Option<ID>,
    /// Of participants at this school.
    school_id: Option<ID>,
    /// Asked of this mentor.
    mentor_id: Option<ID>,
    /// Whose task is claimed to cover this outcome.
    outcome_id: Option<ID>,
    /// Asked at this moment or later.
    asked_from: Option<DateTime<Utc>>,
    /// Asked before this moment.
    asked_to: Option<DateTime<Utc>>,
}

impl TryFrom<Where> for ApprovalWhere {
    type Error = Error;

    fn try_from(filter: Where) -> Result<Self> {
        Ok(Self {
            state: plain(filter.state),
            enrolment_id: maybe_uuid(filter.enrolment_id.as_ref(), "participant")?,
            group_id: maybe_uuid(filter.group_id.as_ref(), "group")?,
            school_id: maybe_uuid(filter.school_id.as_ref(), "school")?,
            mentor_id: maybe_uuid(filter.mentor_id.as_ref(), "mentor")?,
            outcome_id: maybe_uuid(filter.outcome_id.as_ref(), "outcome")?,
            asked_from: filter.asked_from,
            asked_to: filter.asked_to,
        })
    }
}

/// How approval requests are sorted.
#[derive(InputObject)]
#[graphql(name = "ApprovalOrder")]
pub struct OrderBy {
    /// By what.
    field: OrderField,
    /// Which way.
    #[graphql(default_with = "Direction::Asc")]
    direction: Direction,
}

impl From<OrderBy> for ApprovalOrder {
    fn from(order: OrderBy) -> Self {
        Self {
            field: order.field.into(),
            direction: order.direction.into(),
        }
    }
}

/// A request whose letter is to be sent again.
#[derive(InputObject)]
pub struct ResendApprovalInput {
    /// The approval request.
    pub approval_id: ID,
}
