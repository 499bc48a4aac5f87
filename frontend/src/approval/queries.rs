use crate::api::narrow::{IdFilter, MomentFilter};
use crate::api::{Direction, Moment, PageInfo, schema};
use crate::enrolment::queries::PersonName;
use crate::letter::queries::LetterState;

#[derive(cynic::Enum, Clone, Copy, Debug, PartialEq)]
pub enum ApprovalState {
    Waiting,
    Approved,
    Returned,
    Withdrawn,
    Revoked,
}
reads_word!(ApprovalState);
narrows_word!(ApprovalStateFilter, ApprovalState);

#[derive(cynic::QueryFragment, Clone, Debug)]
pub struct LetterStatus {
    pub state: LetterState,
    pub sent_at: Option<Moment>,
    pub last_error: Option<String>,
}
reads!(LetterStatus {
    state,
    sent_at,
    last_error
});

#[derive(cynic::InputObject, Clone, Debug)]
pub struct ResendApprovalInput {
    pub approval_id: cynic::Id,
}

#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct ResendVariables {
    pub input: ResendApprovalInput,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Mutation", variables = "ResendVariables")]
pub struct ResendApproval {
    #[arguments(input: $input)]
    #[allow(dead_code)]
    pub resend_approval: Resent,
}
reads!(ResendApproval { resend_approval });

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "ApprovalRequest")]
#[allow(dead_code)]
pub struct Resent {
    pub state: ApprovalState,
}
reads!(Resent { state });

/// All of the schema's: this app asks for some.
#[allow(dead_code)]
#[derive(cynic::Enum, Clone, Copy, Debug, PartialEq)]
pub enum ApprovalOrderField {
    AskedAt,
    DecidedAt,
    Reminders,
}

#[derive(cynic::InputObject, Clone, Debug)]
pub struct ApprovalOrder {
    pub field: ApprovalOrderField,
    pub direction: Direction,
}

#[derive(cynic::InputObject, Clone, Debug)]
pub struct ApprovalWhere {
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub state: Option<ApprovalStateFilter>,
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub mentor: Option<IdFilter>,
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub asked_at: Option<MomentFilter>,
}

#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct ApprovalsVariables {
    pub first: i32,
    pub after: Option<String>,
    pub narrow: ApprovalWhere,
    pub order: ApprovalOrder,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Query", variables = "ApprovalsVariables")]
pub struct Approvals {
    #[arguments(first: $first, after: $after, where: $narrow, orderBy: $order)]
    pub approvals: ApprovalPage,
}
reads!(Approvals { approvals });

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "ApprovalRequestConnection")]
pub struct ApprovalPage {
    pub total_count: i32,
    pub page_info: PageInfo,
    pub nodes: Vec<ApprovalRow>,
}
reads!(ApprovalPage {
    total_count,
    page_info,
    nodes
});

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "ApprovalRequest")]
pub struct ApprovalRow {
    pub state: ApprovalState,
    pub asked_at: Moment,
    pub waiting_days: i32,
    pub mentor: ApprovalMentor,
    pub task: ApprovalTask,
}
reads!(ApprovalRow {
    state,
    asked_at,
    waiting_days,
    mentor,
    task
});

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Mentor")]
pub struct ApprovalMentor {
    pub name: String,
    pub bounced_at: Option<Moment>,
}
reads!(ApprovalMentor { name, bounced_at });

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Task")]
pub struct ApprovalTask {
    pub id: cynic::Id,
    pub title: String,
    pub enrolment: ApprovalEnrolment,
}
reads!(ApprovalTask {
    id,
    title,
    enrolment
});

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Enrolment")]
pub struct ApprovalEnrolment {
    pub person: PersonName,
}
reads!(ApprovalEnrolment { person });

#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct DashboardVariables {
    pub week_ago: Moment,
}

/// What needs somebody's attention, as numbers.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Query", variables = "DashboardVariables")]
pub struct Dashboard {
    #[cynic(alias, rename = "approvals")]
    #[arguments(first: 1, where: { state: { eq: WAITING } })]
    pub waiting: ApprovalCount,
    #[cynic(alias, rename = "approvals")]
    #[arguments(first: 1, where: { state: { eq: WAITING }, askedAt: { before: $week_ago } })]
    pub late: ApprovalCount,
    #[cynic(alias, rename = "letters")]
    #[arguments(first: 1, where: { state: { eq: FAILED } })]
    pub failed: LetterCount,
    #[cynic(alias, rename = "letters")]
    #[arguments(first: 1, where: { state: { eq: QUEUED } })]
    pub queued: LetterCount,
    #[cynic(alias, rename = "tasks")]
    #[arguments(first: 1, where: { overdue: true })]
    pub overdue: TaskCount,
    #[arguments(first: 1)]
    pub participants: ParticipantCount,
    #[arguments(first: 1)]
    pub mentors: MentorCount,
    #[cynic(alias, rename = "mentors")]
    #[arguments(first: 1, where: { bounced: true })]
    pub bounced: MentorCount,
    #[cynic(alias, rename = "agreementQuestions")]
    #[arguments(first: 0, where: { state: { eq: OPEN } })]
    pub questions: QuestionCount,
}
reads!(Dashboard {
    waiting,
    late,
    failed,
    queued,
    overdue,
    participants,
    mentors,
    bounced,
    questions
});

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "AgreementQuestionConnection")]
pub struct QuestionCount {
    pub total_count: i32,
}
reads!(QuestionCount { total_count });

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "ApprovalRequestConnection")]
pub struct ApprovalCount {
    pub total_count: i32,
}
reads!(ApprovalCount { total_count });

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "LetterConnection")]
pub struct LetterCount {
    pub total_count: i32,
}
reads!(LetterCount { total_count });

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "TaskConnection")]
pub struct TaskCount {
    pub total_count: i32,
}
reads!(TaskCount { total_count });

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "EnrolmentConnection")]
pub struct ParticipantCount {
    pub total_count: i32,
}
reads!(ParticipantCount { total_count });

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "MentorConnection")]
pub struct MentorCount {
    pub total_count: i32,
}
reads!(MentorCount { total_count });
