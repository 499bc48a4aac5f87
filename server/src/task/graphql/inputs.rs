//! What clients say of tasks, and how the verbs understand it.

use async_graphql::{Error, ID, InputObject, Result};
use chrono::NaiveDate;

use crate::schema::uuid;
use crate::task::Account;

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
