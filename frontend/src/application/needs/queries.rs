//! A needs analysis, and what can be done with it.

use crate::api::{Moment, schema};
use crate::application::changes::{Changed, ChangedAgreement};
use crate::application::words::{NeedsAnalysisState, OutcomeAbility};

#[derive(cynic::QueryFragment, Clone, Debug)]
pub struct Outcome {
    pub code: String,
    pub section: String,
    pub title: String,
    pub description: String,
}
reads!(Outcome {
    code,
    section,
    title,
    description
});

#[derive(cynic::QueryFragment, Clone, Debug)]
pub struct NeedsAnalysis {
    pub state: NeedsAnalysisState,
    pub outcomes: Vec<OutcomeNeed>,
    pub accepted_at: Option<Moment>,
    pub plan: Option<String>,
}
reads!(NeedsAnalysis {
    state,
    outcomes,
    accepted_at,
    plan
});

#[derive(cynic::QueryFragment, Clone, Debug)]
pub struct OutcomeNeed {
    pub code: String,
    pub ability: OutcomeAbility,
    pub note: Option<String>,
    pub is_supported: Option<bool>,
    pub comment: Option<String>,
}
reads!(OutcomeNeed {
    code,
    ability,
    note,
    is_supported,
    comment
});

#[derive(cynic::InputObject, Clone, Debug)]
pub struct OutcomeNeedInput {
    pub code: String,
    pub ability: OutcomeAbility,
    pub note: String,
}

#[derive(cynic::InputObject, Clone, Debug)]
pub struct SaveNeedsAnalysisInput {
    pub application_id: cynic::Id,
    pub version: i32,
    pub outcomes: Vec<OutcomeNeedInput>,
}

#[derive(cynic::InputObject, Clone, Debug)]
pub struct AcceptGapsInput {
    pub agreement_id: cynic::Id,
    pub plan: String,
}

#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct SaveNeedsVariables {
    pub input: SaveNeedsAnalysisInput,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Mutation", variables = "SaveNeedsVariables")]
pub struct SaveNeeds {
    #[arguments(input: $input)]
    #[allow(dead_code)]
    pub save_needs_analysis: Changed,
}
reads!(SaveNeeds {
    save_needs_analysis
});

#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct AcceptGapsVariables {
    pub input: AcceptGapsInput,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Mutation", variables = "AcceptGapsVariables")]
pub struct AcceptGaps {
    #[arguments(input: $input)]
    #[allow(dead_code)]
    pub accept_gaps: ChangedAgreement,
}
reads!(AcceptGaps { accept_gaps });
