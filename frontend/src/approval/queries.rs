use crate::api::{Moment, schema};
use crate::letter::queries::LetterState;

#[derive(cynic::Enum, Clone, Copy, Debug, PartialEq)]
pub enum ApprovalState {
    Waiting,
    Approved,
    Returned,
    Withdrawn,
    Revoked,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
pub struct LetterStatus {
    pub state: LetterState,
    pub sent_at: Option<Moment>,
    pub last_error: Option<String>,
}

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

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "ApprovalRequest")]
#[allow(dead_code)]
pub struct Resent {
    pub state: ApprovalState,
}
