use super::{Coverage, EnrolmentState, NextStepKind};
use crate::api::{Day, Moment, schema};
use crate::task::TaskState;

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Query")]
pub struct HomeQuery {
    pub me: Option<HomeMe>,
}
reads!(HomeQuery { me });

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Me")]
pub struct HomeMe {
    pub enrolments: Vec<Home>,
}
reads!(HomeMe { enrolments });

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Enrolment")]
pub struct Home {
    pub school: SchoolName,
    pub group: GroupTutor,
    pub cohort: CohortAward,
    pub ends_on: Day,
    pub mentor: Option<MentorName>,
    pub next_step: NextStep,
    pub waiting: Vec<Waiting>,
    pub progress: Progress,
    pub tasks: Vec<TaskDue>,
}
reads!(Home {
    school,
    group,
    cohort,
    ends_on,
    mentor,
    next_step,
    waiting,
    progress,
    tasks
});

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "School")]
pub struct SchoolName {
    pub name: String,
}
reads!(SchoolName { name });

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Group")]
pub struct GroupTutor {
    pub name: String,
    pub tutor: Option<PersonName>,
}
reads!(GroupTutor { name, tutor });

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Person")]
pub struct PersonName {
    pub name: String,
}
reads!(PersonName { name });

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Cohort")]
pub struct CohortAward {
    pub name: String,
    pub award: AwardName,
}
reads!(CohortAward { name, award });

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Award")]
pub struct AwardName {
    pub name: String,
}
reads!(AwardName { name });

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Mentor")]
pub struct MentorName {
    pub name: String,
    pub bounced_at: Option<Moment>,
}
reads!(MentorName { name, bounced_at });

#[derive(cynic::QueryFragment, Clone, Debug)]
pub struct NextStep {
    pub kind: NextStepKind,
    pub task: Option<TaskDue>,
    pub since: Option<Moment>,
}
reads!(NextStep { kind, task, since });

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Task")]
pub struct TaskDue {
    pub id: cynic::Id,
    pub title: String,
    pub state: TaskState,
    pub due_on: Day,
    pub overdue: bool,
}
reads!(TaskDue {
    id,
    title,
    state,
    due_on,
    overdue
});

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "ApprovalRequest")]
pub struct Waiting {
    pub task: TaskTitle,
    pub mentor: MentorName,
    pub asked_at: Moment,
    pub waiting_days: i32,
}
reads!(Waiting {
    task,
    mentor,
    asked_at,
    waiting_days
});

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Task")]
pub struct TaskTitle {
    pub id: cynic::Id,
    pub title: String,
}
reads!(TaskTitle { id, title });

#[derive(cynic::QueryFragment, Clone, Debug)]
pub struct Progress {
    pub total: i32,
    pub approved: i32,
    pub waiting: i32,
    pub returned: i32,
    pub drafts: i32,
    pub not_started: i32,
    pub waived: i32,
    pub overdue: i32,
    pub outcomes: Vec<OutcomeProgress>,
}
reads!(Progress {
    total,
    approved,
    waiting,
    returned,
    drafts,
    not_started,
    waived,
    overdue,
    outcomes
});

#[derive(cynic::QueryFragment, Clone, Debug)]
pub struct OutcomeProgress {
    pub outcome: Outcome,
    pub coverage: Coverage,
    pub by: Vec<String>,
}
reads!(OutcomeProgress {
    outcome,
    coverage,
    by
});

#[derive(cynic::QueryFragment, Clone, Debug)]
pub struct Outcome {
    pub id: cynic::Id,
    pub code: String,
    pub section: String,
    pub title: String,
}
reads!(Outcome {
    id,
    code,
    section,
    title
});

/// The participant's page as a tutor or an administrator reads it.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Query", variables = "crate::api::ById")]
pub struct EnrolmentQuery {
    #[arguments(id: $id)]
    pub enrolment: Enrolment,
}
reads!(EnrolmentQuery { enrolment });

#[derive(cynic::QueryFragment, Clone, Debug)]
pub struct Enrolment {
    pub id: cynic::Id,
    pub person: Participant,
    pub school: EnrolledSchool,
    pub group: GroupTutor,
    pub cohort: CohortAward,
    pub state: EnrolmentState,
    pub appointed_on: Option<Day>,
    pub started_on: Day,
    pub ends_on: Day,
    pub mentor: Option<Mentor>,
    pub waiting: Vec<Waiting>,
    pub progress: Progress,
    pub tasks: Vec<TaskOutcomes>,
}
reads!(Enrolment {
    id,
    person,
    school,
    group,
    cohort,
    state,
    appointed_on,
    started_on,
    ends_on,
    mentor,
    waiting,
    progress,
    tasks
});

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Person")]
pub struct Participant {
    pub name: String,
    pub email: Option<String>,
}
reads!(Participant { name, email });

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "School")]
pub struct EnrolledSchool {
    pub name: String,
    pub town: String,
    pub urn: String,
}
reads!(EnrolledSchool { name, town, urn });

#[derive(cynic::QueryFragment, Clone, Debug)]
pub struct Mentor {
    pub name: String,
    pub email: String,
    pub post: String,
    pub bounced_at: Option<Moment>,
}
reads!(Mentor {
    name,
    email,
    post,
    bounced_at
});

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Task")]
pub struct TaskOutcomes {
    pub id: cynic::Id,
    pub title: String,
    pub state: TaskState,
    pub due_on: Day,
    pub overdue: bool,
    pub outcomes: Vec<crate::task::queries::OutcomeRef>,
}
reads!(TaskOutcomes {
    id,
    title,
    state,
    due_on,
    overdue,
    outcomes
});

#[derive(cynic::Enum, Clone, Copy, Debug, PartialEq)]
pub enum ParticipantOrderField {
    Name,
    School,
    Group,
    StartedOn,
}

#[derive(cynic::InputObject, Clone, Debug)]
pub struct ParticipantOrder {
    pub field: ParticipantOrderField,
    pub direction: crate::api::Direction,
}

#[derive(cynic::InputObject, Clone, Debug)]
pub struct ParticipantWhere {
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub group_id: Option<cynic::Id>,
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub school_id: Option<cynic::Id>,
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub search: Option<String>,
}

#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct ParticipantsVariables {
    pub first: i32,
    pub after: Option<String>,
    pub narrow: ParticipantWhere,
    pub order: ParticipantOrder,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Query", variables = "ParticipantsVariables")]
pub struct Participants {
    #[arguments(first: $first, after: $after, where: $narrow, orderBy: $order)]
    pub participants: ParticipantPage,
}
reads!(Participants { participants });

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "EnrolmentConnection")]
pub struct ParticipantPage {
    pub total_count: i32,
    pub page_info: crate::api::PageInfo,
    pub nodes: Vec<ParticipantRow>,
}
reads!(ParticipantPage {
    total_count,
    page_info,
    nodes
});

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Enrolment")]
pub struct ParticipantRow {
    pub id: cynic::Id,
    pub person: PersonName,
    pub school: SchoolName,
    pub group: GroupName,
    pub state: EnrolmentState,
    pub progress: Counts,
}
reads!(ParticipantRow {
    id,
    person,
    school,
    group,
    state,
    progress
});

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Group")]
pub struct GroupName {
    pub name: String,
}
reads!(GroupName { name });

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Progress")]
pub struct Counts {
    pub total: i32,
    pub approved: i32,
    pub waiting: i32,
    pub overdue: i32,
    pub oldest_waiting_at: Option<Moment>,
}
reads!(Counts {
    total,
    approved,
    waiting,
    overdue,
    oldest_waiting_at
});

#[derive(cynic::InputObject, Clone, Debug)]
pub struct EnrolInput {
    pub name: String,
    pub email: String,
    pub group_id: cynic::Id,
    pub school_id: cynic::Id,
    pub appointed_on: Option<Day>,
    pub mentor_name: String,
    pub mentor_email: String,
    pub mentor_post: String,
    pub nominated_by: String,
}

#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct EnrolVariables {
    pub input: EnrolInput,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Mutation", variables = "EnrolVariables")]
pub struct Enrol {
    #[arguments(input: $input)]
    pub enrol: Enrolled,
}
reads!(Enrol { enrol });

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Enrolment")]
pub struct Enrolled {
    pub id: cynic::Id,
}
reads!(Enrolled { id });
