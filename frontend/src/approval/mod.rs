//! Asking a mentor to approve a task.

pub mod dashboard;
pub mod list;
pub mod queries;

use leptos::prelude::*;

use crate::ui::choice::Choice;
use crate::ui::tag::tag;
use queries::ApprovalState;

// The names in the address.
const STATES: [(ApprovalState, &str); 5] = [
    (ApprovalState::Waiting, "waiting"),
    (ApprovalState::Approved, "approved"),
    (ApprovalState::Returned, "returned"),
    (ApprovalState::Withdrawn, "withdrawn"),
    (ApprovalState::Revoked, "revoked"),
];

impl ApprovalState {
    pub fn words(self) -> &'static str {
        match self {
            ApprovalState::Waiting => "Waiting",
            ApprovalState::Approved => "Approved",
            ApprovalState::Returned => "Returned",
            ApprovalState::Withdrawn => "Withdrawn",
            ApprovalState::Revoked => "Revoked",
        }
    }

    pub fn tag(self) -> AnyView {
        let colour = match self {
            ApprovalState::Waiting => "yellow",
            ApprovalState::Approved => "green",
            ApprovalState::Returned => "orange",
            ApprovalState::Withdrawn => "grey",
            ApprovalState::Revoked => "red",
        };
        tag(self.words(), colour)
    }

    fn choices() -> Vec<Choice> {
        STATES
            .map(|(state, name)| Choice::new(name, state.words()))
            .to_vec()
    }

    fn named(name: &str) -> Option<ApprovalState> {
        STATES
            .iter()
            .find(|(_, known)| *known == name)
            .map(|(state, _)| *state)
    }
}
