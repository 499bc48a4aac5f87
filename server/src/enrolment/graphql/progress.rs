//! How far a participant is, in the schema.

use chrono::{DateTime, Utc};

use super::{Coverage, StepKind};
use crate::enrolment as room;
use crate::programme::graphql::Outcome;
use crate::reading::int;
use crate::schema::{each, object};
use crate::task::graphql::Task;

object! {
    /// How far a participant is. Each task counts once among the seven numbers but `overdue`.
    Progress(progress: room::Progress, loads);

    /// All tasks.
    total: i32 => int(progress.total);
    /// Approved by the mentor.
    approved: i32 => int(progress.approved);
    /// With the mentor.
    waiting: i32 => int(progress.waiting);
    /// Sent back by the mentor.
    returned: i32 => int(progress.returned);
    /// Begun, or open again.
    drafts: i32 => int(progress.drafts);
    /// Not begun.
    not_started: i32 => int(progress.not_started);
    /// Excused.
    waived: i32 => int(progress.waived);
    /// Past their day and not with the mentor.
    overdue: i32 => int(progress.overdue);
    /// Since when the oldest approval request waits.
    oldest_waiting_at: Option<DateTime<Utc>> => progress.oldest_waiting_at;
    /// Every outcome of the award, in its order.
    outcomes: Vec<OutcomeProgress> => each(progress.outcomes.clone());
}

object! {
    /// How far an outcome is covered.
    OutcomeProgress(progress: room::OutcomeProgress, loads);

    /// The outcome.
    outcome: Outcome => progress.outcome.clone().into();
    /// How far.
    coverage: Coverage => progress.coverage.into();
    /// Titles of the approved tasks that cover it.
    by: Vec<&str> => progress.by.iter().map(String::as_str).collect();
}

object! {
    /// The one thing to do next.
    NextStep(step: room::NextStep, loads);

    /// What it is.
    kind: StepKind => step.kind.into();
    /// With which task; none when all is done.
    task: Option<Task> => each(step.task.clone());
    /// Since when it stands so.
    since: Option<DateTime<Utc>> => step.since;
}
