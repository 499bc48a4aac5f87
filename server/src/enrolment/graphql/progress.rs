//! How far a participant is, in the schema.

use chrono::{DateTime, Utc};
use entity::enrolment;

use super::load::{CoverageOf, Covering, TallyOf, WaitingOf};
use super::{Coverage, StepKind};
use crate::enrolment as room;
use crate::programme::graphql::Outcome;
use crate::reading::int;
use crate::schema::{each, object};
use crate::task::graphql::Task;

object! {
    /// How far a participant is. Each task counts once among the seven numbers but `overdue`.
    Progress(place: enrolment::Model, loads);

    /// All tasks.
    total: i32 where tally = TallyOf(place.id) => int(tally.total);
    /// Approved by the mentor.
    approved: i32 where tally = TallyOf(place.id) => int(tally.approved);
    /// With the mentor.
    waiting: i32 where tally = TallyOf(place.id) => int(tally.waiting);
    /// Sent back by the mentor.
    returned: i32 where tally = TallyOf(place.id) => int(tally.returned);
    /// Begun, or open again.
    drafts: i32 where tally = TallyOf(place.id) => int(tally.drafts);
    /// Not begun.
    not_started: i32 where tally = TallyOf(place.id) => int(tally.not_started);
    /// Excused.
    waived: i32 where tally = TallyOf(place.id) => int(tally.waived);
    /// Past their day and not with the mentor.
    overdue: i32 where tally = TallyOf(place.id) => int(tally.overdue);
    /// Since when the oldest approval request waits; null for delivery partners.
    oldest_waiting_at: Option<DateTime<Utc>> where waiting = WaitingOf(place.id) =>
        waiting.first().map(|oldest| oldest.asked_at);
    /// Every outcome of the award, in its order. Empty for delivery partners.
    outcomes: Vec<OutcomeProgress> where found = CoverageOf(place.id) => each(found);
}

object! {
    /// How far an outcome is covered.
    OutcomeProgress(progress: room::OutcomeProgress, loads);

    /// The outcome.
    outcome: Outcome => progress.outcome.clone().into();
    /// How far.
    coverage: Coverage => progress.coverage.into();
    /// Titles of the approved tasks that cover it.
    by: Vec<String> where found = Covering(progress.enrolment_id) => {
        let covering = found.into_iter().filter(|(outcome, _)| *outcome == progress.outcome.id);
        covering.map(|(_, title)| title).collect()
    };
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
