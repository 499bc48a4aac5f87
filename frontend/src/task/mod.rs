//! School-based tasks: written by the participant, approved or returned by the mentor.

pub mod asked;
pub mod changes;
pub mod check;
pub mod draft;
pub mod editor;
pub mod list;
pub mod page;
pub mod queries;
pub mod reason;
pub mod rows;
pub mod save;
pub mod withdraw;

use leptos::prelude::*;

use crate::api::schema;
use crate::ui::choice::Choice;
use crate::ui::tag::tag;

#[derive(cynic::Enum, Clone, Copy, Debug, PartialEq)]
pub enum TaskState {
    Available,
    InProgress,
    Submitted,
    Approved,
    Returned,
    Waived,
    Reopened,
}
reads_word!(TaskState);

#[derive(cynic::Enum, Clone, Copy, Debug, PartialEq)]
pub enum TaskAction {
    Save,
    Submit,
    Withdraw,
    Resend,
    Reopen,
    Waive,
}
reads_word!(TaskAction);

use TaskState::*;

// The names in the address.
const STATES: [(TaskState, &str); 7] = [
    (Available, "available"),
    (InProgress, "draft"),
    (Submitted, "waiting"),
    (Returned, "returned"),
    (Reopened, "reopened"),
    (Approved, "approved"),
    (Waived, "waived"),
];

impl TaskState {
    pub fn words(self) -> &'static str {
        match self {
            Available => "Not started",
            InProgress => "Draft",
            Submitted => "Waiting for approval",
            Approved => "Approved",
            Returned => "Returned",
            Waived => "Waived",
            Reopened => "Reopened",
        }
    }

    pub fn tag(self) -> AnyView {
        let colour = match self {
            Available => "grey",
            InProgress => "blue",
            Submitted => "yellow",
            Approved => "green",
            Returned => "orange",
            Waived => "grey",
            Reopened => "purple",
        };
        tag(self.words(), colour)
    }

    /// Whether the participant still has something to do.
    pub fn is_open(self) -> bool {
        matches!(self, Available | InProgress | Returned | Reopened)
    }

    pub fn choices() -> Vec<Choice> {
        STATES
            .map(|(state, name)| Choice::new(name, state.words()))
            .to_vec()
    }

    pub fn named(name: &str) -> Option<TaskState> {
        STATES
            .iter()
            .find(|(_, known)| *known == name)
            .map(|(state, _)| *state)
    }
}
