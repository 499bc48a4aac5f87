//! The words in which the schema speaks of letters.

use crate::schema::named;
use async_graphql::Enum;
use entity::letter;

use crate::schema::words;

/// Where a letter stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "letter::State")]
pub enum LetterState {
    /// Waits to be sent, or to be tried again.
    Queued,
    /// The mail server has taken it; nobody knows whether it was read.
    Sent,
    /// The mail server refused it for good.
    Failed,
    /// No longer needed before it was sent.
    Cancelled,
}

/// What a letter is for: thing, change, intention.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "letter::Kind")]
pub enum LetterKind {
    /// A code and a link to sign in.
    SignInCode,
    /// The address is not known here.
    SignInUnknown,
    /// Asks a mentor to approve what waits for them.
    TaskApprovalRequested,
    /// Reminds a mentor.
    TaskApprovalReminder,
    /// Tells a mentor that a request was taken back.
    TaskApprovalRequestWithdrawn,
    /// Tells a mentor that requests went to somebody else.
    TaskApprovalMoved,
    /// A mentor's receipt, with the way to disown it.
    TaskDecisionReceipt,
    /// Tells a participant that a task is approved.
    TaskApproved,
    /// Tells a participant that a task came back.
    TaskReturned,
    /// Tells a participant that the mentor has not answered.
    TaskApprovalUnanswered,
    /// Tells participant, tutor and administrators that a decision was disowned.
    TaskDecisionDisputed,
    /// Tells a headteacher what was approved.
    SchoolProgressDigest,
    /// Tells an applicant what happens next.
    ApplicationReceived,
    /// Tells an applicant that the application is over, and why.
    ApplicationEnded,
    /// Tells signatory and mentor that an application goes on with a later cohort.
    ApplicationDeferred,
    /// Asks somebody to sign the support agreement for the school.
    AgreementRequested,
    /// Reminds a signatory.
    AgreementReminder,
    /// Tells an applicant that the school has not answered.
    AgreementUnanswered,
    /// Tells an applicant that the letter to the school came back.
    AgreementBounced,
    /// A signatory's copy of what they signed.
    AgreementSignedCopy,
    /// An applicant's copy of what the school signed.
    AgreementSigned,
    /// Tells an applicant that the school will not sign.
    AgreementDeclined,
    /// Tells an applicant that somebody else is asked to sign.
    AgreementHandedOn,
    /// Brings a signatory the programme office's answer to a question.
    AgreementQuestionAnswered,
    /// Tells a signatory that there is nothing left to sign.
    AgreementNoLongerNeeded,
    /// Tells a signatory that a scan of the signed paper has come.
    AgreementScanReceived,
    /// Tells a signatory that a scan cannot be taken, and asks again.
    AgreementScanRejected,
    /// Tells an applicant that the school's paper could not be taken.
    AgreementScanReturned,
    /// Asks a nominated mentor whether they will be one.
    MentorInvited,
    /// Reminds a nominated mentor.
    MentorInvitationReminder,
    /// Tells an applicant that the mentor has accepted.
    MentorAccepted,
    /// Tells an applicant that the mentor has declined.
    MentorDeclined,
    /// Asks a signatory for another mentor.
    MentorSought,
    /// Tells an applicant that the mentor has not answered.
    MentorUnanswered,
    /// Tells an applicant that the letter to the mentor came back.
    MentorBounced,
    /// Offers an applicant a place.
    PlaceOffered,
    /// Reminds an applicant of an offer.
    PlaceOfferReminder,
    /// Welcomes a new participant.
    PlaceAccepted,
    /// Brings a message of the programme office.
    OfficeMessageSent,
    /// Proves that mail works.
    TestMail,
}

words! {
    /// Where a letter is to stand.
    pub LetterStateFilter: LetterState as letter::State
}

words! {
    /// What a letter is to be for.
    pub LetterKindFilter: LetterKind as letter::Kind
}

named!(LetterKind, LetterState);
