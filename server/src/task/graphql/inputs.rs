//! What clients say of tasks, and how the verbs understand it.

use async_graphql::{Error, ID, InputObject, Result};
use chrono::{DateTime, NaiveDate, Utc};

use super::{OrderField, TaskState};
use crate::schema::{Direction, maybe_uuid, plain, uuid};
use crate::task::{Account, TaskOrder, TaskWhere};

/// Which tasks. What is left out does not narrow the list.
#[derive(Default, InputObject)]
#[graphql(name = "TaskWhere")]
pub struct Where {
    /// In any of these states.
    state: Option<Vec<TaskState>>,
    /// Of this participant.
    enrolment_id: Option<ID>,
    /// Of this training group.
    group_id: Option<ID>,
    /// Of participants at this school.
    school_id: Option<ID>,
    /// Claimed to cover this outcome.
    outcome_id: Option<ID>,
    /// Past its day and not with the mentor, or not so.
    overdue: Option<bool>,
    /// Due on this day or later.
    due_from: Option<NaiveDate>,
    /// Due on this day or earlier.
    due_to: Option<NaiveDate>,
    /// Last submitted at this moment or later.
    submitted_from: Option<DateTime<Utc>>,
    /// Last submitted before this moment.
    submitted_to: Option<DateTime<Utc>>,
    /// Part of the title.
    search: Option<String>,
}

impl TryFrom<Where> for TaskWhere {
    type Error = Error;

    fn try_from(filter: Where) -> Result<Self> {
        Ok(Self {
            state: plain(filter.state),
            enrolment_id: maybe_uuid(filter.enrolment_id.as_ref(), "participant")?,
            group_id: maybe_uuid(filter.group_id.as_ref(), "group")?,
            school_id: maybe_uuid(filter.school_id.as_ref(), "school")?,
            outcome_id: maybe_uuid(filter.outcome_id.as_ref(), "outcome")?,
            overdue: filter.overdue,
            due_from: filter.due_from,
            due_to: filter.due_to,
            submitted_from: filter.submitted_from,
            submitted_to: filter.submitted_to,
            search: filter.search,
        })
    }
}

/// How tasks are sorted.
#[derive(InputObject)]
#[graphql(name = "TaskOrder")]
pub struct OrderBy {
    /// By what.
    field: OrderField,
    /// Which way.
    #[graphql(default_with = "Direction::Asc")]
    direction: Direction,
}

impl From<OrderBy> for TaskOrder {
    fn from(order: OrderBy) -> Self {
        Self {
            field: order.field.into(),
            direction: order.direction.into(),
        }
    }
}

/// A task's draft.
#[derive(InputObject)]
pub struct SaveTaskInput {
    /// The task.
    pub task_id: ID,
    /// The version that was changed; another one meanwhile is a `CONFLICT`.
    version: i32,
    /// What was done; at most 10,000 characters.
    account: String,
    /// What was learned from it; at most 10,000 characters.
    reflection: String,
    /// The first day of the work.
    done_from: Option<NaiveDate>,
    /// The last day of the work.
    done_to: Option<NaiveDate>,
    /// The outcomes that it covers.
    outcome_ids: Vec<ID>,
}

impl TryFrom<SaveTaskInput> for Account {
    type Error = Error;

    fn try_from(input: SaveTaskInput) -> Result<Self> {
        let outcomes = input.outcome_ids.iter().map(|id| uuid(id, "outcome"));
        Ok(Self {
            version: input.version,
            account: input.account,
            reflection: input.reflection,
            done_from: input.done_from,
            done_to: input.done_to,
            outcome_ids: outcomes.collect::<Result<_>>()?,
        })
    }
}

/// A task to hand to the mentor.
#[derive(InputObject)]
pub struct SubmitTaskInput {
    /// The task.
    pub task_id: ID,
    /// The version that was checked; another one meanwhile is a `CONFLICT`.
    pub version: i32,
}

/// A task to take back from the mentor.
#[derive(InputObject)]
pub struct WithdrawTaskInput {
    /// The task.
    pub task_id: ID,
}

/// A task with which something unusual happens, and why.
#[derive(InputObject)]
pub struct ReasonInput {
    /// The task.
    pub task_id: ID,
    /// Why; goes into the history; at most 1,000 characters.
    pub reason: String,
}
