//! The list of tasks.

use super::TaskState;
use super::queries::TaskCohort;
use crate::api::narrow::{IdFilter, TextFilter};
use crate::api::{Day, Direction, Moment, PageInfo, schema};

/// All of the schema's: this app asks for some.
#[allow(dead_code)]
#[derive(cynic::Enum, Clone, Copy, Debug, PartialEq)]
pub enum TaskOrderField {
    DueOn,
    Position,
    Title,
    SubmittedAt,
    ApprovedAt,
    UpdatedAt,
}

#[derive(cynic::InputObject, Clone, Debug)]
pub struct TaskOrder {
    pub field: TaskOrderField,
    pub direction: Direction,
}

narrows_word!(TaskStateFilter, TaskState);

#[derive(cynic::InputObject, Clone, Debug)]
pub struct TaskWhere {
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub state: Option<TaskStateFilter>,
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub enrolment: Option<IdFilter>,
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub outcome: Option<IdFilter>,
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub overdue: Option<bool>,
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub title: Option<TextFilter>,
}

#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct TasksVariables {
    pub first: i32,
    pub after: Option<String>,
    pub narrow: TaskWhere,
    pub order: TaskOrder,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Query", variables = "TasksVariables")]
pub struct Tasks {
    #[arguments(first: $first, after: $after, where: $narrow, orderBy: $order)]
    pub tasks: TaskPage,
}
reads!(Tasks { tasks });

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "TaskConnection")]
pub struct TaskPage {
    pub total_count: i32,
    pub page_info: PageInfo,
    pub nodes: Vec<TaskRow>,
}
reads!(TaskPage {
    total_count,
    page_info,
    nodes
});

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Task")]
pub struct TaskRow {
    pub id: cynic::Id,
    pub title: String,
    pub state: TaskState,
    pub due_on: Day,
    pub overdue: bool,
    pub submitted_at: Option<Moment>,
    pub outcomes: Vec<OutcomeCode>,
}
reads!(TaskRow {
    id,
    title,
    state,
    due_on,
    overdue,
    submitted_at,
    outcomes
});

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Outcome")]
pub struct OutcomeCode {
    pub code: String,
}
reads!(OutcomeCode { code });

/// For the choice of an outcome.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Query")]
pub struct MyOutcomes {
    pub me: Option<MyAwards>,
}
reads!(MyOutcomes { me });

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Me")]
pub struct MyAwards {
    pub enrolments: Vec<MyAward>,
}
reads!(MyAwards { enrolments });

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Enrolment")]
pub struct MyAward {
    pub cohort: TaskCohort,
}
reads!(MyAward { cohort });
