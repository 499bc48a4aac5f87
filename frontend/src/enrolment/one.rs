//! One participant, as a tutor or an administrator reads them.

use super::EnrolmentState;
use super::queries::{CohortAward, GroupTutor, Progress, Waiting};
use crate::api::{Day, Moment, schema};
use crate::statutory::{Clock, StartChoice};
use crate::task::TaskState;
use crate::task::queries::OutcomeRef;

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
    pub clock: Option<Clock>,
    pub deferrals: Vec<StartChoice>,
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
    clock,
    deferrals,
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
    pub outcomes: Vec<OutcomeRef>,
}
reads!(TaskOutcomes {
    id,
    title,
    state,
    due_on,
    overdue,
    outcomes
});
