//! Groups as they are shown, in a list or by themselves.

use super::Mode;
use crate::api::{Day, PageInfo, schema};
use crate::enrolment::EnrolmentState;

#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct GroupsVariables {
    pub first: i32,
    pub after: Option<String>,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Query", variables = "GroupsVariables")]
pub struct Groups {
    #[arguments(first: $first, after: $after)]
    pub groups: GroupPage,
}
reads!(Groups { groups });

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "GroupConnection")]
pub struct GroupPage {
    pub total_count: i32,
    pub page_info: PageInfo,
    pub nodes: Vec<Group>,
}
reads!(GroupPage {
    total_count,
    page_info,
    nodes
});

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "GroupConnection")]
pub struct TheGroup {
    pub nodes: Vec<Group>,
}
reads!(TheGroup { nodes });

#[derive(cynic::QueryFragment, Clone, Debug)]
pub struct Group {
    pub id: cynic::Id,
    pub name: String,
    pub place: String,
    pub mode: Mode,
    pub tutor: Option<Tutor>,
    pub cohort: CohortDays,
    pub participant_count: i32,
    pub states: Vec<StateCount>,
    pub capacity: Option<i32>,
    pub places_taken: i32,
    pub venue: Option<String>,
    pub postcode: Option<String>,
    pub delivery_partner: Option<Host>,
}
reads!(Group {
    id,
    name,
    place,
    mode,
    tutor,
    cohort,
    participant_count,
    states,
    capacity,
    places_taken,
    venue,
    postcode,
    delivery_partner
});

#[derive(cynic::QueryFragment, Clone, Debug)]
pub struct StateCount {
    pub state: EnrolmentState,
    pub number: i32,
}
reads!(StateCount { state, number });

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Person")]
pub struct Tutor {
    pub name: String,
}
reads!(Tutor { name });

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "DeliveryPartner")]
pub struct Host {
    pub name: String,
}
reads!(Host { name });

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Cohort")]
pub struct CohortDays {
    pub name: String,
    pub starts_on: Day,
    pub ends_on: Day,
}
reads!(CohortDays {
    name,
    starts_on,
    ends_on
});

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Cohort")]
pub struct CohortName {
    pub name: String,
}
reads!(CohortName { name });
