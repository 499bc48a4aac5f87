//! A participant's place in a cohort, and how far they are.

use entity::enrolment::State;

mod begin;
mod enrol;
mod life;
mod progress;
mod read;

pub mod graphql;

/// Who still has the award ahead.
pub const UNDER_WAY: [State; 4] = [
    State::PreStart,
    State::Active,
    State::Deferred,
    State::AwaitingBoard,
];

pub use begin::begin;
pub use enrol::{Enrolling, Start, enrol, start};
pub use life::{Step, leave, next};
pub use progress::{
    Coverage, NextStep, NextStepKind, OutcomeProgress, Tally, is_overdue, next_step,
};
pub use read::{claiming_tasks, coverage, covering, tallies, tasks, waiting};
