//! The words in which the schema speaks of tasks.

use async_graphql::Enum;
use entity::task;

use crate::schema::{named, words};

/// Where a task stands. Overdue is not a state: it is computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "task::State")]
pub enum TaskState {
    /// Not begun.
    Available,
    /// Begun; a draft exists.
    InProgress,
    /// With the mentor.
    Submitted,
    /// The mentor has approved it.
    Approved,
    /// The mentor has sent it back with a comment.
    Returned,
    /// An administrator has excused the participant from it.
    Waived,
    /// Was approved or waived, and is open again.
    Reopened,
}

/// What somebody may do with a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum TaskAction {
    /// Write in it.
    Save,
    /// Ask the mentor to approve it.
    Submit,
    /// Take the asking back.
    Withdraw,
    /// Have the letter to the mentor sent again.
    Resend,
    /// Open it again; needs a reason.
    Reopen,
    /// Excuse the participant from it; needs a reason.
    Waive,
}

words! {
    /// Where a task is to stand.
    pub TaskStateFilter: TaskState as task::State
}

named!(TaskState, TaskAction);
