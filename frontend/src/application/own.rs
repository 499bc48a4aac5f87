//! Somebody's own applications, and what can be applied to.

use super::queries::Award;
use super::rows::ApplicationWhere;
use super::words::ApplicationState;
use crate::api::{Day, Moment, schema};

#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct MineVariables {
    pub narrow: ApplicationWhere,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Query", variables = "MineVariables")]
pub struct MineQuery {
    #[arguments(first: 50, where: $narrow)]
    pub applications: MinePage,
}
reads!(MineQuery { applications });

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "ApplicationConnection")]
pub struct MinePage {
    pub nodes: Vec<Mine>,
}
reads!(MinePage { nodes });

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Application")]
pub struct Mine {
    pub id: cynic::Id,
    pub state: ApplicationState,
    pub cohort: MineCohort,
    pub updated_at: Moment,
    pub ended_at: Option<Moment>,
}
reads!(Mine {
    id,
    state,
    cohort,
    updated_at,
    ended_at
});

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Cohort")]
pub struct MineCohort {
    pub name: String,
    pub starts_on: Day,
    pub award: Award,
}
reads!(MineCohort {
    name,
    starts_on,
    award
});

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Query")]
pub struct OpenCohorts {
    pub cohorts: Vec<OpenCohort>,
}
reads!(OpenCohorts { cohorts });

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Cohort")]
pub struct OpenCohort {
    pub id: cynic::Id,
    pub name: String,
    pub starts_on: Day,
    pub ends_on: Day,
    pub applications_to: Option<Day>,
    pub open: bool,
    pub award: Award,
}
reads!(OpenCohort {
    id,
    name,
    starts_on,
    ends_on,
    applications_to,
    open,
    award
});
