//! The groups of a cohort, to choose one for an applicant.

use crate::api::narrow::IdFilter;
use crate::api::schema;
use crate::group::Mode;
use crate::group::rows::Tutor;

#[derive(cynic::InputObject, Clone, Debug)]
pub struct GroupWhere {
    pub cohort: Option<IdFilter>,
}

#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct GroupsVariables {
    pub narrow: GroupWhere,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Query", variables = "GroupsVariables")]
pub struct GroupsQuery {
    #[arguments(first: 100, where: $narrow)]
    pub groups: GroupRows,
}
reads!(GroupsQuery { groups });

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "GroupConnection")]
pub struct GroupRows {
    pub nodes: Vec<GroupRow>,
}
reads!(GroupRows { nodes });

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Group")]
pub struct GroupRow {
    pub id: cynic::Id,
    pub name: String,
    pub place: String,
    pub mode: Mode,
    pub tutor: Option<Tutor>,
    pub capacity: Option<i32>,
    pub places_taken: i32,
}
reads!(GroupRow {
    id,
    name,
    place,
    mode,
    tutor,
    capacity,
    places_taken
});
