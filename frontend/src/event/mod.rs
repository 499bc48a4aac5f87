//! What happened: written by the server, never changed.

pub mod list;
pub mod queries;

use leptos::prelude::*;

use crate::api::schema;
use crate::ui::{state, when};
use queries::Happening;

#[derive(cynic::Enum, Clone, Copy, Debug, PartialEq)]
pub enum EventKind {
    SignedIn,
    SignedOut,
    TaskStarted,
    TaskSubmitted,
    TaskWithdrawn,
    TaskApproved,
    TaskReturned,
    TaskDecisionUndone,
    TaskDecisionDisowned,
    TaskReopened,
    TaskWaived,
    ApprovalResent,
    ApprovalMoved,
    MentorReplaced,
    MentorReminded,
    ParticipantNotified,
    LetterSent,
    LetterFailed,
    LetterRetried,
    TokenCreated,
    TokenRevoked,
    AddressCreated,
    AddressRevoked,
    EnrolmentStarted,
    EnrolmentWithdrawn,
    PersonAdded,
    SchoolAdded,
    SchoolChecked,
    SchoolsImported,
    GroupAdded,
    GroupChanged,
    PartnerAdded,
    ApplicationStarted,
    ApplicationSubmitted,
    ApplicationWithdrawn,
    ApplicationRejected,
    ApplicationDeferred,
    ApplicationExpired,
    ApplicationNoted,
    TeacherStatusChecked,
    AgreementSent,
    AgreementResent,
    AgreementChecked,
    GapsAccepted,
    AgreementSigned,
    AgreementScanSent,
    AgreementScanInfected,
    AgreementScanAccepted,
    AgreementScanRejected,
    AgreementDeclined,
    AgreementHandedOn,
    AgreementTextPublished,
    AgreementQuestionAsked,
    AgreementQuestionAnswered,
    AgreementQuestionClosed,
    AgreementSuperseded,
    AgreementRevoked,
    SignatoryReminded,
    OfficeMessageSent,
    MentorInvited,
    MentorAccepted,
    MentorDeclined,
    PlaceOffered,
    PlaceAccepted,
}
reads_word!(EventKind);

use EventKind::*;

pub const KINDS: &[EventKind] = &[
    SignedIn,
    SignedOut,
    TaskStarted,
    TaskSubmitted,
    TaskWithdrawn,
    TaskApproved,
    TaskReturned,
    TaskDecisionUndone,
    TaskDecisionDisowned,
    TaskReopened,
    TaskWaived,
    ApprovalResent,
    ApprovalMoved,
    MentorReplaced,
    MentorReminded,
    ParticipantNotified,
    LetterSent,
    LetterFailed,
    LetterRetried,
    TokenCreated,
    TokenRevoked,
    AddressCreated,
    AddressRevoked,
    EnrolmentStarted,
    EnrolmentWithdrawn,
    PersonAdded,
    SchoolAdded,
    SchoolChecked,
    SchoolsImported,
    GroupAdded,
    GroupChanged,
    PartnerAdded,
    ApplicationStarted,
    ApplicationSubmitted,
    ApplicationWithdrawn,
    ApplicationRejected,
    ApplicationDeferred,
    ApplicationExpired,
    ApplicationNoted,
    TeacherStatusChecked,
    AgreementSent,
    AgreementResent,
    AgreementChecked,
    GapsAccepted,
    AgreementSigned,
    AgreementScanSent,
    AgreementScanInfected,
    AgreementScanAccepted,
    AgreementScanRejected,
    AgreementDeclined,
    AgreementHandedOn,
    AgreementTextPublished,
    AgreementQuestionAsked,
    AgreementQuestionAnswered,
    AgreementQuestionClosed,
    AgreementSuperseded,
    AgreementRevoked,
    SignatoryReminded,
    OfficeMessageSent,
    MentorInvited,
    MentorAccepted,
    MentorDeclined,
    PlaceOffered,
    PlaceAccepted,
];

impl EventKind {
    pub fn words(self) -> &'static str {
        match self {
            SignedIn => "Signed in",
            SignedOut => "Signed out",
            TaskStarted => "Task started",
            TaskSubmitted => "Sent for approval",
            TaskWithdrawn => "Withdrawn from the mentor",
            TaskApproved => "Approved",
            TaskReturned => "Returned with a comment",
            TaskDecisionUndone => "Decision taken back",
            TaskDecisionDisowned => "Decision disowned: “this was not me”",
            TaskReopened => "Reopened",
            TaskWaived => "Waived",
            ApprovalResent => "Letter sent again",
            ApprovalMoved => "Request moved to another mentor",
            MentorReplaced => "Mentor replaced",
            MentorReminded => "Mentor reminded",
            ParticipantNotified => "Participant told that there is no answer yet",
            LetterSent => "Letter sent",
            LetterFailed => "Letter could not be delivered",
            LetterRetried => "Letter queued again",
            TokenCreated => "API token created",
            TokenRevoked => "API token revoked",
            AddressCreated => "Address of a report created",
            AddressRevoked => "Address of a report revoked",
            EnrolmentStarted => "Enrolled",
            EnrolmentWithdrawn => "Place given up",
            PersonAdded => "Person added",
            SchoolAdded => "School added",
            SchoolChecked => "School checked",
            SchoolsImported => "National list of schools read",
            GroupAdded => "Group added",
            GroupChanged => "Group changed",
            PartnerAdded => "Delivery partner added",
            ApplicationStarted => "Application begun",
            ApplicationSubmitted => "Application handed in",
            ApplicationWithdrawn => "Application withdrawn",
            ApplicationRejected => "Application rejected",
            ApplicationDeferred => "Application put off to a later cohort",
            ApplicationExpired => "Application closed: time ran out",
            ApplicationNoted => "Note written about an application",
            TeacherStatusChecked => "Teacher status seen",
            AgreementSent => "School asked to sign",
            AgreementResent => "Letter to the school sent again",
            AgreementChecked => "Signatory’s address compared with the school’s record",
            GapsAccepted => "Outcomes that the school cannot support: decided",
            AgreementSigned => "Signed by the school",
            AgreementScanSent => "Signed paper sent in",
            AgreementScanInfected => "Signed paper refused: the file is harmful",
            AgreementScanAccepted => "Signed paper accepted",
            AgreementScanRejected => "Signed paper rejected",
            AgreementDeclined => "Declined by the school",
            AgreementHandedOn => "Handed on to another signatory",
            AgreementTextPublished => "New version of the agreement published",
            AgreementQuestionAsked => "The school asked the programme office a question",
            AgreementQuestionAnswered => "The school’s question was answered",
            AgreementQuestionClosed => "The school’s question was closed",
            AgreementSuperseded => "This signatory is no longer asked",
            AgreementRevoked => "Signature no longer counts",
            SignatoryReminded => "Signatory reminded",
            OfficeMessageSent => "The programme office wrote",
            MentorInvited => "Nominated mentor asked",
            MentorAccepted => "Mentor accepted",
            MentorDeclined => "Mentor declined",
            PlaceOffered => "Place offered",
            PlaceAccepted => "Place accepted",
        }
    }
}

/// Newest first.
pub fn timeline(happenings: Vec<Happening>) -> AnyView {
    if happenings.is_empty() {
        return state::empty("Nothing has happened yet.");
    }
    let items: Vec<AnyView> = happenings.into_iter().map(line).collect();
    view! { <ol class="portal-timeline">{items}</ol> }.into_any()
}

fn line(happening: Happening) -> AnyView {
    view! {
        <li class="portal-timeline__item">
            <strong>{happening.kind.words()}</strong>
            <span class="portal-timeline__when">{happening.actor_name} ", " {when::exact(&happening.at)}</span>
            {happening.note.map(|note| view! { <p class="portal-prose portal-timeline__note">{note}</p> }.into_any())}
        </li>
    }
    .into_any()
}
