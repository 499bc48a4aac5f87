//! The outbox: letters commit with what caused them, and a worker sends them afterwards.

mod claim;
mod queue;
mod send;
mod worker;

pub use claim::look;
pub use queue::{Draft, cancel, queue, queue_all};
pub use send::{Outcome, Post, compose};
pub use worker::{Attached, Render, Rendered, drain, run};

use entity::letter::State;

/// What can happen to a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The mail server took it.
    Send,
    /// The mail server refused it for good, or for too long.
    Fail,
    /// It is no longer needed.
    Cancel,
    /// An administrator sends it once more.
    Retry,
}

/// Every legal step in the life of a letter.
pub fn next(state: State, step: Step) -> Option<State> {
    match (state, step) {
        (State::Queued, Step::Send) => Some(State::Sent),
        (State::Queued, Step::Fail) => Some(State::Failed),
        (State::Queued, Step::Cancel) => Some(State::Cancelled),
        (State::Failed, Step::Retry) => Some(State::Queued),
        (State::Queued, Step::Retry)
        | (State::Sent, _)
        | (State::Cancelled, _)
        | (State::Failed, Step::Send | Step::Fail | Step::Cancel) => None,
    }
}
