//! A participant's way through an award: what is next, what waits, how far they are.

pub mod enrol;
pub mod form;
pub mod home;
pub mod list;
pub mod matrix;
pub mod one;
pub mod page;
pub mod progress;
pub mod queries;
pub mod rows;

use leptos::prelude::*;

use crate::api::schema;
use crate::ui::tag::tag;

#[derive(cynic::Enum, Clone, Copy, Debug, PartialEq)]
pub enum EnrolmentState {
    PreStart,
    Active,
    Deferred,
    AwaitingBoard,
    Completed,
    Withdrawn,
    TimeExpired,
    Failed,
}
reads_word!(EnrolmentState);

impl EnrolmentState {
    /// The tag where the state is worth a word: most participants are simply under way.
    pub fn unusual(self) -> Option<AnyView> {
        let usual = matches!(self, EnrolmentState::PreStart | EnrolmentState::Active);
        (!usual).then(|| self.tag())
    }

    pub fn tag(self) -> AnyView {
        let (words, colour) = self.looks();
        tag(words, colour)
    }

    pub fn words(self) -> &'static str {
        self.looks().0
    }

    fn looks(self) -> (&'static str, &'static str) {
        match self {
            EnrolmentState::PreStart => ("Not started", "grey"),
            EnrolmentState::Active => ("Active", "blue"),
            EnrolmentState::Deferred => ("Deferred", "yellow"),
            EnrolmentState::AwaitingBoard => ("Awaiting the board", "purple"),
            EnrolmentState::Completed => ("Completed", "green"),
            EnrolmentState::Withdrawn => ("Withdrawn", "grey"),
            EnrolmentState::TimeExpired => ("Out of time", "red"),
            EnrolmentState::Failed => ("Not passed", "red"),
        }
    }
}

#[derive(cynic::Enum, Clone, Copy, Debug, PartialEq)]
pub enum Coverage {
    None,
    Partial,
    Met,
}
reads_word!(Coverage);

#[derive(cynic::Enum, Clone, Copy, Debug, PartialEq)]
pub enum NextStepKind {
    AnswerReturned,
    FinishDraft,
    StartTask,
    WaitForMentor,
    AllDone,
    /// For delivery partners, who have no page that asks for it.
    Hidden,
}
reads_word!(NextStepKind);
