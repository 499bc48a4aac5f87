//! How far a participant is, computed from their tasks; nothing of it is stored.

use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use entity::task::State;
use entity::{outcome, task};
use uuid::Uuid;

/// Whether an outcome is covered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Coverage {
    /// Nothing points to it yet.
    None,
    /// A draft or a submitted task points to it.
    Partial,
    /// An approved task covers it.
    Met,
}

/// How far a participant has covered an outcome.
#[derive(Clone, Debug)]
pub struct OutcomeProgress {
    pub enrolment_id: Uuid,
    pub outcome: Arc<outcome::Model>,
    pub coverage: Coverage,
}

/// Numbers of tasks by where they stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub total: i64,
    pub approved: i64,
    pub waiting: i64,
    pub returned: i64,
    pub drafts: i64,
    pub not_started: i64,
    pub waived: i64,
    /// Past their day and not with the mentor.
    pub overdue: i64,
}

impl Tally {
    /// Adds so many tasks in a state, and how many of them are overdue.
    pub fn add(&mut self, state: State, number: i64, overdue: i64) {
        let of_state = match state {
            State::Approved => &mut self.approved,
            State::Submitted => &mut self.waiting,
            State::Returned => &mut self.returned,
            State::InProgress | State::Reopened => &mut self.drafts,
            State::Available => &mut self.not_started,
            State::Waived => &mut self.waived,
        };
        *of_state += number;
        self.total += number;
        self.overdue += overdue;
    }
}

/// What the participant does best now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NextStepKind {
    AnswerReturned,
    FinishDraft,
    StartTask,
    WaitForMentor,
    AllDone,
    /// Not for whoever asks.
    Hidden,
}

#[derive(Clone, Debug)]
pub struct NextStep {
    pub kind: NextStepKind,
    pub task: Option<Arc<task::Model>>,
    pub since: Option<DateTime<Utc>>,
}

impl NextStep {
    /// For whoever may not look into the participant's work.
    pub const HIDDEN: Self = Self {
        kind: NextStepKind::Hidden,
        task: None,
        since: None,
    };
}

/// Overdue: the day has passed and the mentor does not have it yet.
pub fn is_overdue(task: &task::Model, today: NaiveDate) -> bool {
    task.due_on < today && crate::task::open_to_writing(task.state)
}

/// One clear next step: what came back first, then what is begun, then what is due first, then waiting.
pub fn next_step(tasks: &[Arc<task::Model>]) -> NextStep {
    let first = |states: &[State]| {
        let open = tasks.iter().filter(|task| states.contains(&task.state));
        open.min_by_key(|task| (task.due_on, task.position))
            .cloned()
    };
    let step = |kind, task: Arc<task::Model>| NextStep {
        kind,
        since: Some(task.updated_at),
        task: Some(task),
    };
    if let Some(task) = first(&[State::Returned]) {
        return step(NextStepKind::AnswerReturned, task);
    }
    if let Some(task) = first(&[State::InProgress, State::Reopened]) {
        return step(NextStepKind::FinishDraft, task);
    }
    if let Some(task) = first(&[State::Available]) {
        return NextStep {
            kind: NextStepKind::StartTask,
            task: Some(task),
            since: None,
        };
    }
    if let Some(task) = first(&[State::Submitted]) {
        return NextStep {
            kind: NextStepKind::WaitForMentor,
            since: task.submitted_at,
            task: Some(task),
        };
    }
    NextStep {
        kind: NextStepKind::AllDone,
        task: None,
        since: None,
    }
}
