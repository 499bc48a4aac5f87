//! The words in which the schema speaks of applications.

use async_graphql::{Enum, InputObject};
use entity::application;

use crate::application as room;
use crate::schema::{named, words};

/// Where an application stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "application::State")]
pub enum ApplicationState {
    /// The applicant is writing it.
    Draft,
    /// Handed in; nobody at the school has been asked yet.
    Submitted,
    /// The school is asked to sign the support agreement.
    AwaitingSchool,
    /// The school has signed: a place can be offered.
    Ready,
    /// A place is offered.
    Offered,
    /// The applicant has accepted the place.
    Accepted,
    /// The enrolment has begun.
    Enrolled,
    /// An administrator said no.
    Rejected,
    /// The applicant took it back.
    Withdrawn,
    /// Put off to a later cohort.
    Deferred,
    /// Time ran out.
    Expired,
}

/// On whose behalf somebody signs for a school.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "application::Capacity")]
pub enum SignatoryCapacity {
    /// Headteacher.
    Headteacher,
    /// Acting headteacher.
    ActingHeadteacher,
    /// Chair of governors or of the trust's board.
    ChairOfGovernors,
    /// Another senior leader who may sign for the school.
    SeniorLeader,
}

/// Who pays the fee.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "application::Payer")]
pub enum Payer {
    /// The school.
    School,
    /// The local authority.
    LocalAuthority,
    /// A trust or another sponsor.
    Sponsor,
    /// The applicant.
    Applicant,
}

/// Why somebody gives up a place or puts it off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "application::Leaving")]
pub enum LeavingReason {
    /// The place is too far away.
    TooFar,
    /// The dates or the workload do not suit.
    Timing,
    /// The school cannot support it now.
    School,
    /// Another course, or another post.
    Elsewhere,
    /// Something else, in their own words.
    Other,
}

/// What has to happen next with an application, and by whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "room::NextStep")]
pub enum ApplicationStep {
    /// The applicant has to finish it and hand it in.
    Finish,
    /// The school has to answer.
    WaitForSchool,
    /// The programme office has to answer a question of the school.
    AnswerQuestion,
    /// The programme office has to look at the paper that the school signed.
    CheckPaper,
    /// The letter to the school came back: the applicant has to correct the address.
    CorrectAddress,
    /// The school said no, or nobody is asked: the applicant has to name somebody.
    NameSignatory,
    /// The programme office has to compare the signatory's address with the school's record.
    CheckSignatory,
    /// The programme office has to decide how outcomes are met that the school cannot support.
    DecideGaps,
    /// The programme office has to offer a place.
    WaitForOffer,
    /// The applicant has to answer the offer.
    AnswerOffer,
    /// The place is taken, and the nominated mentor has to say whether they will be one.
    WaitForMentor,
    /// The place is taken, and the school has to name another mentor: the first said no, or was not reached.
    NameMentor,
    /// Nothing: the place is taken.
    Enrolled,
    /// Nothing: it is over.
    Over,
}

/// Who holds the next step of an application.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "room::Holder")]
pub enum ApplicationHolder {
    /// The applicant.
    Applicant,
    /// The school.
    School,
    /// The nominated mentor.
    Mentor,
    /// The programme office.
    Office,
    /// Nobody: there is no next step.
    Nobody,
}

/// What hinders an application that is not over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "room::Trouble")]
pub enum ApplicationTrouble {
    /// The letter to the signatory came back.
    SchoolBounced,
    /// The signatory has not answered for so long that the applicant was told.
    SchoolSilent,
    /// The signatory said no, and nobody else is asked.
    SchoolDeclined,
    /// The letter to the nominated mentor came back.
    MentorBounced,
    /// The nominated mentor has not answered for so long that the applicant was told.
    MentorSilent,
    /// The nominated mentor said no, and nobody else is asked.
    MentorDeclined,
    /// Nobody has compared the signatory's address with the school's record yet.
    Unchecked,
    /// The school cannot support every learning outcome, and the programme office has not decided yet how the others are met.
    Gaps,
}

/// What somebody may do with an application.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum ApplicationAction {
    /// Write in it.
    Save,
    /// Hand it in.
    Submit,
    /// Take it back; needs a reason.
    Withdraw,
    /// Put it off to a later cohort; needs a reason.
    Defer,
    /// Have somebody else asked to sign, or at another address; needs a reason.
    ReplaceSignatory,
    /// Accept the place.
    Accept,
    /// Offer a place in a group.
    Offer,
    /// Say no; needs a reason.
    Reject,
}

words! {
    /// Where an application is to stand.
    pub ApplicationStateFilter: ApplicationState as application::State
}

words! {
    /// What kind of reason was given for giving a place up or putting it off.
    pub LeavingReasonFilter: LeavingReason as application::Leaving
}

words! {
    /// What is to be next.
    pub ApplicationStepFilter: ApplicationStep as room::NextStep
}

words! {
    /// Who is to hold the next step.
    pub ApplicationHolderFilter: ApplicationHolder as room::Holder
}

/// What is to hinder an application, of which there may be several things.
#[derive(Clone, Debug, Default, InputObject)]
pub struct ApplicationTroubleFilter {
    /// This.
    pub(super) eq: Option<ApplicationTrouble>,
    /// At least one of these; nothing fits an empty list.
    pub(super) one_of: Option<Vec<ApplicationTrouble>>,
}

named!(
    ApplicationAction,
    ApplicationHolder,
    ApplicationState,
    ApplicationStep,
    ApplicationTrouble,
    LeavingReason,
    Payer,
    SignatoryCapacity,
);
