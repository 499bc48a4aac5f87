//! Letters that the portal sends by e-mail.

pub mod list;
pub mod page;
pub mod queries;

use leptos::prelude::*;

use crate::ui::choice::Choice;
use crate::ui::tag::tag;
use queries::{LetterKind, LetterState};

use LetterKind::*;

// The names in the address, and the words.
const STATES: [(LetterState, &str, &str); 4] = [
    (LetterState::Queued, "queued", "On its way"),
    (LetterState::Sent, "sent", "Sent"),
    (LetterState::Failed, "failed", "Failed"),
    (LetterState::Cancelled, "cancelled", "Cancelled"),
];

const KINDS: [(LetterKind, &str, &str); 13] = [
    (SignInCode, "code", "Sign-in code"),
    (SignInUnknown, "unknown", "Sign-in: address not known"),
    (TaskApprovalRequested, "requested", "Approval asked for"),
    (TaskApprovalReminder, "reminder", "Reminder to a mentor"),
    (
        TaskApprovalRequestWithdrawn,
        "withdrawn",
        "Request withdrawn",
    ),
    (
        TaskApprovalMoved,
        "moved",
        "Request moved to another mentor",
    ),
    (TaskDecisionReceipt, "receipt", "Receipt for a decision"),
    (TaskApproved, "approved", "Task approved"),
    (TaskReturned, "returned", "Task returned"),
    (TaskApprovalUnanswered, "unanswered", "No answer yet"),
    (TaskDecisionDisputed, "disputed", "Decision disowned"),
    (SchoolProgressDigest, "digest", "Digest for a school"),
    (TestMail, "test", "Test"),
];

impl LetterState {
    pub fn words(self) -> &'static str {
        STATES
            .iter()
            .find(|(state, ..)| *state == self)
            .map_or("", |(_, _, words)| words)
    }

    pub fn tag(self) -> AnyView {
        let colour = match self {
            LetterState::Queued => "blue",
            LetterState::Sent => "green",
            LetterState::Failed => "red",
            LetterState::Cancelled => "grey",
        };
        tag(self.words(), colour)
    }

    fn choices() -> Vec<Choice> {
        STATES
            .map(|(_, name, words)| Choice::new(name, words))
            .to_vec()
    }

    fn named(name: &str) -> Option<LetterState> {
        STATES
            .iter()
            .find(|(_, known, _)| *known == name)
            .map(|(state, ..)| *state)
    }
}

impl LetterKind {
    pub fn words(self) -> &'static str {
        KINDS
            .iter()
            .find(|(kind, ..)| *kind == self)
            .map_or("", |(_, _, words)| words)
    }

    fn choices() -> Vec<Choice> {
        KINDS
            .map(|(_, name, words)| Choice::new(name, words))
            .to_vec()
    }

    fn named(name: &str) -> Option<LetterKind> {
        KINDS
            .iter()
            .find(|(_, known, _)| *known == name)
            .map(|(kind, ..)| *kind)
    }
}
