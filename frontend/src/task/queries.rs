use crate::api::{Day, Moment, schema};
use crate::approval::queries::{ApprovalState, LetterStatus};
use crate::event::queries::Happening;
use crate::task::{TaskAction, TaskState};

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Query", variables = "crate::api::ById")]
pub struct TaskQuery {
    #[arguments(id: $id)]
    pub task: Task,
}
reads!(TaskQuery { task });

#[derive(cynic::QueryFragment, Clone, Debug)]
pub struct Task {
    pub id: cynic::Id,
    pub title: String,
    pub guidance: String,
    pub state: TaskState,
    pub account: String,
    pub reflection: String,
    pub done_from: Option<Day>,
    pub done_to: Option<Day>,
    pub due_on: Day,
    pub overdue: bool,
    pub version: i32,
    pub approved_at: Option<Moment>,
    pub outcomes: Vec<OutcomeRef>,
    pub suggested_outcomes: Vec<OutcomeRef>,
    pub enrolment: TaskEnrolment,
    pub approval: Option<Asked>,
    pub timeline: Vec<Happening>,
    pub can: Vec<TaskAction>,
}
reads!(Task {
    id,
    title,
    guidance,
    state,
    account,
    reflection,
    done_from,
    done_to,
    due_on,
    overdue,
    version,
    approved_at,
    outcomes,
    suggested_outcomes,
    enrolment,
    approval,
    timeline,
    can
});

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Outcome")]
pub struct OutcomeRef {
    pub id: cynic::Id,
}
reads!(OutcomeRef { id });

#[derive(cynic::QueryFragment, Clone, Debug)]
pub struct Outcome {
    pub id: cynic::Id,
    pub code: String,
    pub title: String,
    pub description: String,
}
reads!(Outcome {
    id,
    code,
    title,
    description
});

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Enrolment")]
pub struct TaskEnrolment {
    pub id: cynic::Id,
    pub person: Owner,
    pub mentor: Option<Named>,
    pub cohort: TaskCohort,
}
reads!(TaskEnrolment {
    id,
    person,
    mentor,
    cohort
});

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Person")]
pub struct Owner {
    pub id: cynic::Id,
    pub name: String,
}
reads!(Owner { id, name });

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Mentor")]
pub struct Named {
    pub name: String,
}
reads!(Named { name });

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Cohort")]
pub struct TaskCohort {
    pub award: TaskAward,
}
reads!(TaskCohort { award });

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Award")]
pub struct TaskAward {
    pub outcomes: Vec<Outcome>,
}
reads!(TaskAward { outcomes });

/// How the latest asking of the mentor went.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "ApprovalRequest")]
pub struct Asked {
    pub id: cynic::Id,
    pub state: ApprovalState,
    pub mentor: AskedMentor,
    pub asked_at: Moment,
    pub waiting_days: i32,
    pub decided_at: Option<Moment>,
    pub comment: Option<String>,
    pub signed_name: Option<String>,
    pub settles_at: Option<Moment>,
    pub letter: Option<LetterStatus>,
    pub resend_from: Option<Moment>,
}
reads!(Asked {
    id,
    state,
    mentor,
    asked_at,
    waiting_days,
    decided_at,
    comment,
    signed_name,
    settles_at,
    letter,
    resend_from
});

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Mentor")]
pub struct AskedMentor {
    pub name: String,
    pub email: String,
    pub bounced_at: Option<Moment>,
}
reads!(AskedMentor {
    name,
    email,
    bounced_at
});

impl Task {
    pub fn is_mine(&self) -> bool {
        crate::session::who().is_some_and(|who| who.id == self.enrolment.person.id)
    }

    pub fn may(&self, action: TaskAction) -> bool {
        self.can.contains(&action)
    }

    pub fn mentor_name(&self) -> String {
        self.enrolment
            .mentor
            .as_ref()
            .map_or_else(|| "your mentor".into(), |mentor| mentor.name.clone())
    }

    pub fn outcome_names(&self) -> Vec<String> {
        let chosen = |outcome: &&Outcome| self.outcomes.iter().any(|one| one.id == outcome.id);
        self.enrolment
            .cohort
            .award
            .outcomes
            .iter()
            .filter(chosen)
            .map(|outcome| format!("{} {}", outcome.code, outcome.title))
            .collect()
    }
}

#[derive(cynic::InputObject, Clone, Debug)]
pub struct SaveTaskInput {
    pub task_id: cynic::Id,
    pub version: i32,
    pub account: String,
    pub reflection: String,
    pub done_from: Option<Day>,
    pub done_to: Option<Day>,
    pub outcome_ids: Vec<cynic::Id>,
}

#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct SaveVariables {
    pub input: SaveTaskInput,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Mutation", variables = "SaveVariables")]
pub struct SaveTask {
    #[arguments(input: $input)]
    pub save_task: Saved,
}
reads!(SaveTask { save_task });

/// What the server holds of a draft.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Task")]
pub struct Saved {
    pub version: i32,
    pub account: String,
    pub reflection: String,
    pub done_from: Option<Day>,
    pub done_to: Option<Day>,
    pub outcomes: Vec<OutcomeRef>,
}
reads!(Saved {
    version,
    account,
    reflection,
    done_from,
    done_to,
    outcomes
});

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Query", variables = "crate::api::ById")]
pub struct SavedQuery {
    #[arguments(id: $id)]
    pub task: Saved,
}
reads!(SavedQuery { task });

#[derive(cynic::InputObject, Clone, Debug)]
pub struct SubmitTaskInput {
    pub task_id: cynic::Id,
    pub version: i32,
}

#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct SubmitVariables {
    pub input: SubmitTaskInput,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Mutation", variables = "SubmitVariables")]
pub struct SubmitTask {
    #[arguments(input: $input)]
    #[allow(dead_code)]
    pub submit_task: OnlyState,
}
reads!(SubmitTask { submit_task });

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Task")]
#[allow(dead_code)]
pub struct OnlyState {
    pub state: TaskState,
}
reads!(OnlyState { state });

#[derive(cynic::InputObject, Clone, Debug)]
pub struct WithdrawTaskInput {
    pub task_id: cynic::Id,
}

#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct WithdrawVariables {
    pub input: WithdrawTaskInput,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Mutation", variables = "WithdrawVariables")]
pub struct WithdrawTask {
    #[arguments(input: $input)]
    #[allow(dead_code)]
    pub withdraw_task: OnlyState,
}
reads!(WithdrawTask { withdraw_task });

#[derive(cynic::InputObject, Clone, Debug)]
pub struct ReasonInput {
    pub task_id: cynic::Id,
    pub reason: String,
}

#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct ReasonVariables {
    pub input: ReasonInput,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Mutation", variables = "ReasonVariables")]
pub struct ReopenTask {
    #[arguments(input: $input)]
    #[allow(dead_code)]
    pub reopen_task: OnlyState,
}
reads!(ReopenTask { reopen_task });

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Mutation", variables = "ReasonVariables")]
pub struct WaiveTask {
    #[arguments(input: $input)]
    #[allow(dead_code)]
    pub waive_task: OnlyState,
}
reads!(WaiveTask { waive_task });

#[derive(cynic::Enum, Clone, Copy, Debug, PartialEq)]
pub enum TaskOrderField {
    DueOn,
    Position,
    Title,
    SubmittedAt,
    UpdatedAt,
}

#[derive(cynic::InputObject, Clone, Debug)]
pub struct TaskOrder {
    pub field: TaskOrderField,
    pub direction: crate::api::Direction,
}

#[derive(cynic::InputObject, Clone, Debug)]
pub struct TaskWhere {
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub state: Option<Vec<TaskState>>,
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub enrolment_id: Option<cynic::Id>,
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub outcome_id: Option<cynic::Id>,
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub overdue: Option<bool>,
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub search: Option<String>,
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
    pub page_info: crate::api::PageInfo,
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
