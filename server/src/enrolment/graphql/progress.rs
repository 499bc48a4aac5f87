//! How far a participant is, in the schema.

use async_graphql::SimpleObject;
use chrono::{DateTime, Utc};

use super::{Coverage, StepKind};
use crate::enrolment as room;
use crate::programme::graphql::Outcome;
use crate::reading::int;
use crate::task::graphql::Task;

/// How far a participant is. Each task counts once among the seven numbers but `overdue`.
#[derive(SimpleObject)]
pub struct Progress {
    /// All tasks.
    total: i32,
    /// Approved by the mentor.
    approved: i32,
    /// With the mentor.
    waiting: i32,
    /// Sent back by the mentor.
    returned: i32,
    /// Begun, or open again.
    drafts: i32,
    /// Not begun.
    not_started: i32,
    /// Excused.
    waived: i32,
    /// Past their day and not with the mentor.
    overdue: i32,
    /// Since when the oldest approval request waits.
    oldest_waiting_at: Option<DateTime<Utc>>,
    /// Every outcome of the award, in its order.
    outcomes: Vec<OutcomeProgress>,
}

impl From<room::Progress> for Progress {
    fn from(progress: room::Progress) -> Self {
        Self {
            total: int(progress.total),
            approved: int(progress.approved),
            waiting: int(progress.waiting),
            returned: int(progress.returned),
            drafts: int(progress.drafts),
            not_started: int(progress.not_started),
            waived: int(progress.waived),
            overdue: int(progress.overdue),
            oldest_waiting_at: progress.oldest_waiting_at,
            outcomes: progress.outcomes.into_iter().map(Into::into).collect(),
        }
    }
}

/// How far an outcome is covered.
#[derive(SimpleObject)]
pub struct OutcomeProgress {
    /// The outcome.
    outcome: Outcome,
    /// How far.
    coverage: Coverage,
    /// Titles of the approved tasks that cover it.
    by: Vec<String>,
}

impl From<room::OutcomeProgress> for OutcomeProgress {
    fn from(progress: room::OutcomeProgress) -> Self {
        Self {
            outcome: Outcome(progress.outcome),
            coverage: progress.coverage.into(),
            by: progress.by,
        }
    }
}

/// The one thing to do next.
#[derive(SimpleObject)]
pub struct NextStep {
    /// What it is.
    kind: StepKind,
    /// With which task; none when all is done.
    task: Option<Task>,
    /// Since when it stands so.
    since: Option<DateTime<Utc>>,
}

impl From<room::NextStep> for NextStep {
    fn from(step: room::NextStep) -> Self {
        Self {
            kind: step.kind.into(),
            task: step.task.map(Task),
            since: step.since,
        }
    }
}
