//! The words in which the schema tells history.

use crate::schema::named;
use async_graphql::Enum;
use entity::event;

use crate::schema::words;

/// What kind of thing happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "event::Kind")]
pub enum EventKind {
    /// Somebody signed in.
    SignedIn,
    /// Somebody signed out, or ended a session.
    SignedOut,
    /// A participant began a task.
    TaskStarted,
    /// A participant asked the mentor to approve a task.
    TaskSubmitted,
    /// A participant took the asking back.
    TaskWithdrawn,
    /// The mentor approved a task.
    TaskApproved,
    /// The mentor sent a task back.
    TaskReturned,
    /// The mentor took a fresh decision back.
    TaskDecisionUndone,
    /// The mentor's mailbox said that a decision was none of theirs.
    TaskDecisionDisowned,
    /// An administrator opened a task again.
    TaskReopened,
    /// An administrator excused a participant from a task.
    TaskWaived,
    /// A participant had the letter to the mentor sent again.
    ApprovalResent,
    /// A request went on to a new mentor.
    ApprovalMoved,
    /// Another mentor took over.
    MentorReplaced,
    /// The mentor was reminded.
    MentorReminded,
    /// The participant was told that no answer has come.
    ParticipantNotified,
    /// A mail server took a letter.
    LetterSent,
    /// A mail server refused a letter for good.
    LetterFailed,
    /// An administrator had a letter sent once more.
    LetterRetried,
    /// A reporting tool's key was made.
    TokenCreated,
    /// A reporting tool's key was taken away.
    TokenRevoked,
    /// A spreadsheet got an address that stands for a key.
    AddressCreated,
    /// Such an address was taken away.
    AddressRevoked,
    /// A participant got a place.
    EnrolmentStarted,
    /// A participant gave the place up while that was free of charge.
    EnrolmentWithdrawn,
    /// Somebody can sign in from now on.
    PersonAdded,
    /// A school was listed.
    SchoolAdded,
    /// An administrator looked at a school that somebody had entered because it was not on the list.
    SchoolChecked,
    /// The national list of schools was read.
    SchoolsImported,
    /// Somebody began an application.
    ApplicationStarted,
    /// An applicant handed an application in.
    ApplicationSubmitted,
    /// An applicant took an application back.
    ApplicationWithdrawn,
    /// An administrator rejected an application.
    ApplicationRejected,
    /// An applicant put an application off to a later cohort.
    ApplicationDeferred,
    /// An application or an offer ran out of time.
    ApplicationExpired,
    /// An administrator noted something down about an application.
    ApplicationNoted,
    /// An administrator saw an applicant's teacher status.
    TeacherStatusChecked,
    /// Somebody was asked to sign for the school.
    AgreementSent,
    /// The letter to the signatory was sent again.
    AgreementResent,
    /// An administrator compared a signatory's address with the school's record.
    AgreementChecked,
    /// The programme office decided how outcomes are met that the school cannot support.
    GapsAccepted,
    /// The school signed.
    AgreementSigned,
    /// A scan of the signed paper was sent in.
    AgreementScanSent,
    /// The scanner found something harmful in a scan.
    AgreementScanInfected,
    /// The programme office accepted a scan as the school's signature.
    AgreementScanAccepted,
    /// The programme office could not take a scan.
    AgreementScanRejected,
    /// The school declined.
    AgreementDeclined,
    /// A signatory named somebody else to sign.
    AgreementHandedOn,
    /// An administrator published a version of the words that schools sign.
    AgreementTextPublished,
    /// A signatory asked the programme office something.
    AgreementQuestionAsked,
    /// The programme office answered a signatory's question.
    AgreementQuestionAnswered,
    /// The programme office closed a signatory's question without an answer.
    AgreementQuestionClosed,
    /// Another asking took an agreement's place.
    AgreementSuperseded,
    /// A signed agreement was taken back.
    AgreementRevoked,
    /// A signatory was reminded.
    SignatoryReminded,
    /// The programme office wrote a letter to many, this one among them.
    OfficeMessageSent,
    /// A nominated mentor was asked.
    MentorInvited,
    /// A nominated mentor accepted.
    MentorAccepted,
    /// A nominated mentor declined.
    MentorDeclined,
    /// An administrator offered a place.
    PlaceOffered,
    /// An applicant accepted a place.
    PlaceAccepted,
    /// A training group was added.
    GroupAdded,
    /// What is said of a training group was changed.
    GroupChanged,
    /// A delivery partner was added.
    PartnerAdded,
}

/// Who did it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "event::ActorKind")]
pub enum ActorKind {
    /// Somebody signed in.
    Person,
    /// A mentor, through an e-mail link.
    Mentor,
    /// A headteacher, through an e-mail link.
    Headteacher,
    /// Somebody who signs for a school, through an e-mail link.
    Signatory,
    /// The portal itself.
    System,
}

words! {
    /// What kind of thing is to have happened.
    pub EventKindFilter: EventKind as event::Kind
}

words! {
    /// Who is to have done it.
    pub ActorKindFilter: ActorKind as event::ActorKind
}

named!(EventKind, ActorKind);
