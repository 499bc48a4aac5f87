//! Letters that the portal sends by e-mail.

pub mod delivery;
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

const KINDS: &[(LetterKind, &str, &str)] = &[
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
    (ApplicationReceived, "received", "Application received"),
    (ApplicationEnded, "ended", "Application over"),
    (ApplicationDeferred, "later", "Goes on with a later cohort"),
    (AgreementRequested, "agreement", "School asked to sign"),
    (AgreementReminder, "signatory", "Reminder to a signatory"),
    (
        AgreementUnanswered,
        "silent",
        "No answer from the school yet",
    ),
    (
        AgreementBounced,
        "bounced",
        "Letter to the school came back",
    ),
    (AgreementSignedCopy, "copy", "Signatory’s copy"),
    (AgreementSigned, "signed", "School has signed"),
    (AgreementDeclined, "declined", "School has declined"),
    (
        AgreementHandedOn,
        "handed",
        "Handed on to another signatory",
    ),
    (
        AgreementQuestionAnswered,
        "question",
        "Answer to a school’s question",
    ),
    (AgreementNoLongerNeeded, "needless", "Nothing left to sign"),
    (AgreementScanReceived, "paper", "Signed paper received"),
    (
        AgreementScanRejected,
        "paper-again",
        "Signed paper rejected",
    ),
    (
        AgreementScanReturned,
        "paper-news",
        "Signed paper rejected: applicant told",
    ),
    (MentorInvited, "invited", "Nominated mentor asked"),
    (
        MentorInvitationReminder,
        "invitation",
        "Reminder to a nominated mentor",
    ),
    (MentorAccepted, "accepted", "Mentor accepted"),
    (MentorDeclined, "refused", "Mentor declined"),
    (MentorSought, "sought", "School asked for another mentor"),
    (MentorUnanswered, "unsure", "No answer from the mentor yet"),
    (MentorBounced, "lost", "Letter to the mentor came back"),
    (PlaceOffered, "offered", "Place offered"),
    (PlaceOfferReminder, "offer", "Reminder of an offer"),
    (PlaceAccepted, "welcome", "Welcome to a new participant"),
    (OfficeMessageSent, "message", "Message of the office"),
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
            .iter()
            .map(|(_, name, words)| Choice::new(*name, *words))
            .collect()
    }

    fn named(name: &str) -> Option<LetterKind> {
        KINDS
            .iter()
            .find(|(_, known, _)| *known == name)
            .map(|(kind, ..)| *kind)
    }
}
