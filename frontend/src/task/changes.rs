//! What can be done with a task.

use super::TaskState;
use super::queries::OutcomeRef;
use crate::api::{Day, schema};

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
    pub account: Option<String>,
    pub reflection: Option<String>,
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
