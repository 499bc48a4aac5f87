//! The words in which the schema speaks of applications.

use async_graphql::Enum;
use entity::{agreement, application};

use crate::application::needs::{Standing, standing};
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
pub enum ApplicationStep {
    /// The applicant has to finish it and hand it in.
    Finish,
    /// The school has to answer.
    WaitForSchool,
    /// The programme office has to answer a question of the school.
    AnswerQuestion,
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
    /// Nothing: the place is taken.
    Enrolled,
    /// Nothing: it is over.
    Over,
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

impl ApplicationStep {
    /// What is next, by where the application and its latest asking stand.
    pub fn of(row: &application::Model, latest: Option<&agreement::Model>) -> Self {
        use agreement::State as Asked;
        use application::State as Stands;
        match row.state {
            Stands::Draft => Self::Finish,
            Stands::Submitted | Stands::AwaitingSchool => match latest.map(|asked| asked.state) {
                Some(Asked::Sent) if latest.is_some_and(|asked| asked.open_questions > 0) => {
                    Self::AnswerQuestion
                }
                Some(Asked::Sent) => Self::WaitForSchool,
                Some(Asked::Bounced) => Self::CorrectAddress,
                _ => Self::NameSignatory,
            },
            Stands::Ready => match latest.and_then(|asked| asked.checked_at) {
                None => Self::CheckSignatory,
                Some(_) if standing(row, latest) == Some(Standing::GapsUnresolved) => {
                    Self::DecideGaps
                }
                Some(_) => Self::WaitForOffer,
            },
            Stands::Offered => Self::AnswerOffer,
            Stands::Accepted | Stands::Enrolled => Self::Enrolled,
            Stands::Rejected | Stands::Withdrawn | Stands::Deferred | Stands::Expired => Self::Over,
        }
    }
}

words! {
    /// Where an application is to stand.
    pub ApplicationStateFilter: ApplicationState as application::State
}

words! {
    /// What kind of reason was given for giving a place up or putting it off.
    pub LeavingReasonFilter: LeavingReason as application::Leaving
}

named!(
    ApplicationAction,
    ApplicationState,
    ApplicationStep,
    LeavingReason,
    Payer,
    SignatoryCapacity,
);
