//! A participant's home, and the pieces that other pages share.

use super::{Coverage, NextStepKind};
use crate::api::{Day, Moment, schema};
use crate::statutory::Clock;
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
    pub clock: Option<Clock>,
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
    clock,
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
