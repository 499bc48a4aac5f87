//! How far a participant is, computed from their tasks; nothing of it is stored.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use entity::task::State;
use entity::{approval_request, outcome, task};
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

/// How far an outcome is covered, and by which approved tasks.
#[derive(Clone, Debug)]
pub struct OutcomeProgress {
    pub outcome: Arc<outcome::Model>,
    pub coverage: Coverage,
    pub by: Vec<String>,
}

/// Numbers of tasks by where they stand, and the outcomes.
#[derive(Clone, Debug, Default)]
pub struct Progress {
    pub total: usize,
    pub approved: usize,
    pub waiting: usize,
    pub returned: usize,
    pub drafts: usize,
    pub not_started: usize,
    pub waived: usize,
    pub overdue: usize,
    pub oldest_waiting_at: Option<DateTime<Utc>>,
    pub outcomes: Vec<Arc<OutcomeProgress>>,
}

/// Everything that progress is computed from, for one enrolment.
#[derive(Clone, Debug, Default)]
pub struct Work {
    pub tasks: Vec<Arc<task::Model>>,
    /// In the award's order.
    pub outcomes: Vec<Arc<outcome::Model>>,
    pub waiting: Vec<Arc<approval_request::Model>>,
    /// The outcomes that each task claims.
    claims: HashMap<Uuid, Vec<Uuid>>,
}

impl Work {
    /// Nothing done yet towards these outcomes.
    pub fn towards(outcomes: Vec<Arc<outcome::Model>>) -> Self {
        Self {
            outcomes,
            ..Self::default()
        }
    }

    /// Notes that a task claims an outcome.
    pub fn claim(&mut self, task: Uuid, outcome: Uuid) {
        self.claims.entry(task).or_default().push(outcome);
    }

    /// The outcomes that a task claims, in the award's order.
    pub fn claimed_by(&self, task: Uuid) -> Vec<Arc<outcome::Model>> {
        let claimed = self.outcomes.iter();
        claimed
            .filter(|outcome| self.claims(task, outcome.id))
            .cloned()
            .collect()
    }

    fn claims(&self, task: Uuid, outcome: Uuid) -> bool {
        self.claims
            .get(&task)
            .is_some_and(|claimed| claimed.contains(&outcome))
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
}

#[derive(Clone, Debug)]
pub struct NextStep {
    pub kind: NextStepKind,
    pub task: Option<Arc<task::Model>>,
    pub since: Option<DateTime<Utc>>,
}

/// Overdue: the day has passed and the mentor does not have it yet.
pub fn is_overdue(task: &task::Model, today: NaiveDate) -> bool {
    task.due_on < today && crate::task::open_to_writing(task.state)
}

/// Counts the tasks and weighs the outcomes.
pub fn measure(work: &Work, today: NaiveDate) -> Progress {
    let count = |states: &[State]| {
        work.tasks
            .iter()
            .filter(|task| states.contains(&task.state))
            .count()
    };
    Progress {
        total: work.tasks.len(),
        approved: count(&[State::Approved]),
        waiting: count(&[State::Submitted]),
        returned: count(&[State::Returned]),
        drafts: count(&[State::InProgress, State::Reopened]),
        not_started: count(&[State::Available]),
        waived: count(&[State::Waived]),
        overdue: work
            .tasks
            .iter()
            .filter(|task| is_overdue(task, today))
            .count(),
        oldest_waiting_at: work.waiting.iter().map(|request| request.asked_at).min(),
        outcomes: work
            .outcomes
            .iter()
            .map(|outcome| Arc::new(weigh(work, outcome)))
            .collect(),
    }
}

fn weigh(work: &Work, outcome: &Arc<outcome::Model>) -> OutcomeProgress {
    let claiming = || {
        work.tasks
            .iter()
            .filter(|task| work.claims(task.id, outcome.id))
    };
    let by: Vec<String> = claiming()
        .filter(|task| task.state == State::Approved)
        .map(|task| task.title.clone())
        .collect();
    let coverage = match (
        by.is_empty(),
        claiming().any(|task| task.state != State::Waived),
    ) {
        (false, _) => Coverage::Met,
        (true, true) => Coverage::Partial,
        (true, false) => Coverage::None,
    };
    OutcomeProgress {
        outcome: outcome.clone(),
        coverage,
        by,
    }
}

/// One clear next step: what came back first, then what is begun, then what is due first, then waiting.
pub fn next_step(work: &Work) -> NextStep {
    let first = |states: &[State]| {
        let mut open: Vec<_> = work
            .tasks
            .iter()
            .filter(|task| states.contains(&task.state))
            .collect();
        open.sort_by_key(|task| (task.due_on, task.position));
        open.first().map(|task| Arc::clone(task))
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
