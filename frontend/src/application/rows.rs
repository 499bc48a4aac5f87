//! The office's list of applications.

use super::words::{
    ApplicationHolder, ApplicationState, ApplicationStep, ApplicationTrouble, SencoRole,
};
use crate::api::narrow::IdFilter;
use crate::api::{Direction, Moment, PageInfo, schema};
use crate::enrolment::queries::{PersonName, SchoolName};
use crate::group::Mode;
use crate::group::rows::CohortName;

#[derive(cynic::InputObject, Clone, Debug)]
pub struct ApplicationStateFilter {
    pub one_of: Option<Vec<ApplicationState>>,
}

narrows_word!(ApplicationHolderFilter, ApplicationHolder);
narrows_word!(ApplicationTroubleFilter, ApplicationTrouble);
narrows_word!(SencoRoleFilter, SencoRole);
narrows_word!(GroupModeFilter, Mode);

#[derive(cynic::InputObject, Clone, Debug, Default)]
pub struct ApplicationWhere {
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub id: Option<IdFilter>,
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub state: Option<ApplicationStateFilter>,
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub cohort: Option<IdFilter>,
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub person: Option<IdFilter>,
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub group: Option<IdFilter>,
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub holder: Option<ApplicationHolderFilter>,
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub trouble: Option<ApplicationTroubleFilter>,
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub has_needs_analysis: Option<bool>,
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub role: Option<SencoRoleFilter>,
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub mode: Option<GroupModeFilter>,
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub stands_days: Option<i32>,
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub search: Option<String>,
}

#[derive(cynic::Enum, Clone, Copy, Debug, PartialEq)]
pub enum ApplicationOrderField {
    Name,
    SubmittedAt,
    UpdatedAt,
    StandsSince,
    StartsOn,
}

#[derive(cynic::InputObject, Clone, Debug)]
pub struct ApplicationOrder {
    pub field: ApplicationOrderField,
    pub direction: Direction,
}

#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct ApplicationsVariables {
    pub first: i32,
    pub after: Option<String>,
    pub narrow: ApplicationWhere,
    pub order: ApplicationOrder,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Query", variables = "ApplicationsVariables")]
pub struct Applications {
    #[arguments(first: $first, after: $after, where: $narrow, orderBy: $order)]
    pub applications: ApplicationPage,
}
reads!(Applications { applications });

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "ApplicationConnection")]
pub struct ApplicationPage {
    pub total_count: i32,
    pub page_info: PageInfo,
    pub nodes: Vec<ApplicationRow>,
}
reads!(ApplicationPage {
    total_count,
    page_info,
    nodes
});

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Application")]
pub struct ApplicationRow {
    pub id: cynic::Id,
    pub state: ApplicationState,
    pub next_step: ApplicationStep,
    pub troubles: Vec<ApplicationTrouble>,
    pub person: PersonName,
    pub school: Option<SchoolName>,
    pub cohort: CohortName,
    pub stands_since: Moment,
    pub updated_at: Moment,
}
reads!(ApplicationRow {
    id,
    state,
    next_step,
    troubles,
    person,
    school,
    cohort,
    stands_since,
    updated_at
});
