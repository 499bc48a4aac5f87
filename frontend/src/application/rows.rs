//! The office's list of applications.

use super::words::{ApplicationState, ApplicationStep};
use crate::api::narrow::IdFilter;
use crate::api::{Moment, PageInfo, schema};
use crate::enrolment::queries::{PersonName, SchoolName};
use crate::group::rows::CohortName;

#[derive(cynic::InputObject, Clone, Debug)]
pub struct ApplicationStateFilter {
    pub one_of: Option<Vec<ApplicationState>>,
}

#[derive(cynic::InputObject, Clone, Debug, Default)]
pub struct ApplicationWhere {
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub state: Option<ApplicationStateFilter>,
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub cohort: Option<IdFilter>,
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub person: Option<IdFilter>,
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub search: Option<String>,
}

#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct ApplicationsVariables {
    pub first: i32,
    pub after: Option<String>,
    pub narrow: ApplicationWhere,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Query", variables = "ApplicationsVariables")]
pub struct Applications {
    #[arguments(first: $first, after: $after, where: $narrow, orderBy: { field: UPDATED_AT, direction: ASC })]
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
    pub person: PersonName,
    pub school: Option<SchoolName>,
    pub cohort: CohortName,
    pub updated_at: Moment,
}
reads!(ApplicationRow {
    id,
    state,
    next_step,
    person,
    school,
    cohort,
    updated_at
});

/// How many stand where.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Query")]
pub struct Counts {
    #[cynic(alias, rename = "applications")]
    #[arguments(first: 0, where: { state: { eq: DRAFT } })]
    pub draft: Count,
    #[cynic(alias, rename = "applications")]
    #[arguments(first: 0, where: { state: { oneOf: [SUBMITTED, AWAITING_SCHOOL] } })]
    pub school: Count,
    #[cynic(alias, rename = "applications")]
    #[arguments(first: 0, where: { state: { eq: READY } })]
    pub ready: Count,
    #[cynic(alias, rename = "applications")]
    #[arguments(first: 0, where: { state: { eq: OFFERED } })]
    pub offered: Count,
    #[cynic(alias, rename = "applications")]
    #[arguments(first: 0, where: { state: { oneOf: [ACCEPTED, ENROLLED] } })]
    pub enrolled: Count,
    #[cynic(alias, rename = "applications")]
    #[arguments(first: 0, where: { state: { oneOf: [REJECTED, WITHDRAWN, DEFERRED, EXPIRED] } })]
    pub over: Count,
    pub cohorts: Vec<CohortChoice>,
}
reads!(Counts {
    draft,
    school,
    ready,
    offered,
    enrolled,
    over,
    cohorts
});

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "ApplicationConnection")]
pub struct Count {
    pub total_count: i32,
}
reads!(Count { total_count });

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Cohort")]
pub struct CohortChoice {
    pub id: cynic::Id,
    pub name: String,
}
reads!(CohortChoice { id, name });
