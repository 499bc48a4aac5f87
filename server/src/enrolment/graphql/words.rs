//! The words in which the schema speaks of participants.

use async_graphql::Enum;
use entity::enrolment;

use crate::enrolment::{self as room, NextStepKind};
use crate::schema::{named, words};

/// Where a participant's enrolment stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "enrolment::State")]
pub enum EnrolmentState {
    /// Enrolled; the cohort has not begun.
    PreStart,
    /// Working.
    Active,
    /// Paused, to go on with a later cohort.
    Deferred,
    /// All work is in; the board has not met.
    AwaitingBoard,
    /// The award is gained.
    Completed,
    /// Left.
    Withdrawn,
    /// The time allowed ran out.
    TimeExpired,
    /// Not passed.
    Failed,
}

/// Whether an outcome is covered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "room::Coverage")]
pub enum Coverage {
    /// Nothing points to it yet.
    None,
    /// A task that is not approved yet points to it.
    Partial,
    /// An approved task covers it.
    Met,
}

/// What a participant does best now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "NextStepKind", name = "NextStepKind")]
pub enum StepKind {
    /// Look at what the mentor asks for and submit again.
    AnswerReturned,
    /// Finish a draft.
    FinishDraft,
    /// Begin the task that is due first.
    StartTask,
    /// Nothing but to wait for the mentor.
    WaitForMentor,
    /// Every task is approved or waived.
    AllDone,
    /// Not told: delivery partners do not see single tasks.
    Hidden,
}

words! {
    /// Where an enrolment is to stand.
    pub EnrolmentStateFilter: EnrolmentState as enrolment::State
}

named!(EnrolmentState, Coverage, StepKind);
