use crate::api::narrow::IdFilter;
use crate::api::{Moment, PageInfo, schema};

#[derive(cynic::Enum, Clone, Copy, Debug, PartialEq)]
pub enum LetterState {
    Queued,
    Sent,
    Failed,
    Cancelled,
}
reads_word!(LetterState);
narrows_word!(LetterStateFilter, LetterState);

#[derive(cynic::Enum, Clone, Copy, Debug, PartialEq)]
pub enum LetterKind {
    SignInCode,
    SignInUnknown,
    TaskApprovalRequested,
    TaskApprovalReminder,
    TaskApprovalRequestWithdrawn,
    TaskApprovalMoved,
    TaskDecisionReceipt,
    TaskApproved,
    TaskReturned,
    TaskApprovalUnanswered,
    TaskDecisionDisputed,
    SchoolProgressDigest,
    ApplicationReceived,
    ApplicationEnded,
    ApplicationDeferred,
    AgreementRequested,
    AgreementReminder,
    AgreementUnanswered,
    AgreementBounced,
    AgreementSignedCopy,
    AgreementSigned,
    AgreementDeclined,
    AgreementHandedOn,
    AgreementQuestionAnswered,
    AgreementNoLongerNeeded,
    AgreementScanReceived,
    AgreementScanRejected,
    AgreementScanReturned,
    MentorInvited,
    MentorInvitationReminder,
    MentorAccepted,
    MentorDeclined,
    MentorSought,
    MentorUnanswered,
    MentorBounced,
    PlaceOffered,
    PlaceOfferReminder,
    PlaceAccepted,
    OfficeMessageSent,
    TestMail,
}
reads_word!(LetterKind);
narrows_word!(LetterKindFilter, LetterKind);

#[derive(cynic::InputObject, Clone, Debug)]
pub struct LetterWhere {
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub mailing: Option<IdFilter>,
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub state: Option<LetterStateFilter>,
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub kind: Option<LetterKindFilter>,
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub search: Option<String>,
}

#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct LettersVariables {
    pub first: i32,
    pub after: Option<String>,
    pub narrow: LetterWhere,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Query", variables = "LettersVariables")]
pub struct Letters {
    #[arguments(first: $first, after: $after, where: $narrow)]
    pub letters: LetterPage,
}
reads!(Letters { letters });

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "LetterConnection")]
pub struct LetterPage {
    pub total_count: i32,
    pub page_info: PageInfo,
    pub nodes: Vec<LetterRow>,
}
reads!(LetterPage {
    total_count,
    page_info,
    nodes
});

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Letter")]
pub struct LetterRow {
    pub id: cynic::Id,
    pub kind: LetterKind,
    pub to_name: String,
    pub to_email: String,
    pub state: LetterState,
    pub created_at: Moment,
    pub sent_at: Option<Moment>,
    pub last_error: Option<String>,
    pub mailing: Option<Brought>,
}
reads!(LetterRow {
    id,
    kind,
    to_name,
    to_email,
    state,
    created_at,
    sent_at,
    last_error,
    mailing
});

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Mailing")]
pub struct Brought {
    pub subject: String,
    pub written_by: String,
    pub written_at: Moment,
}
reads!(Brought {
    subject,
    written_by,
    written_at
});

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Query", variables = "crate::api::ById")]
pub struct LetterQuery {
    #[arguments(id: $id)]
    pub letter: Letter,
}
reads!(LetterQuery { letter });

#[derive(cynic::QueryFragment, Clone, Debug)]
pub struct Letter {
    pub id: cynic::Id,
    pub kind: LetterKind,
    pub to_name: String,
    pub to_email: String,
    pub state: LetterState,
    pub created_at: Moment,
    pub send_after: Moment,
    pub sent_at: Option<Moment>,
    pub attempts: i32,
    pub last_error: Option<String>,
    pub message_id: String,
    pub preview: Option<LetterPreview>,
}
reads!(Letter {
    id,
    kind,
    to_name,
    to_email,
    state,
    created_at,
    send_after,
    sent_at,
    attempts,
    last_error,
    message_id,
    preview
});

#[derive(cynic::QueryFragment, Clone, Debug)]
pub struct LetterPreview {
    pub subject: String,
    pub text: String,
    pub html: String,
}
reads!(LetterPreview {
    subject,
    text,
    html
});

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Mutation", variables = "crate::api::ById")]
pub struct RetryLetter {
    #[arguments(id: $id)]
    #[allow(dead_code)]
    pub retry_letter: Retried,
}
reads!(RetryLetter { retry_letter });

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Letter")]
#[allow(dead_code)]
pub struct Retried {
    pub state: LetterState,
}
reads!(Retried { state });
