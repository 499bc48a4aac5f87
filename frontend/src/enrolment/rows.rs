//! The list of participants.

use super::EnrolmentState;
use super::queries::{PersonName, SchoolName};
use crate::api::narrow::IdFilter;
use crate::api::{Direction, Moment, PageInfo, schema};

/// All of the schema's: this app asks for some.
#[allow(dead_code)]
#[derive(cynic::Enum, Clone, Copy, Debug, PartialEq)]
pub enum ParticipantOrderField {
    Name,
    School,
    Group,
    StartedOn,
    AppointedOn,
    Enrolled,
}

#[derive(cynic::InputObject, Clone, Debug)]
pub struct ParticipantOrder {
    pub field: ParticipantOrderField,
    pub direction: Direction,
}

#[derive(cynic::InputObject, Clone, Debug)]
pub struct ParticipantWhere {
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub group: Option<IdFilter>,
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub school: Option<IdFilter>,
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub overdue: Option<bool>,
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub search: Option<String>,
}

#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct ParticipantsVariables {
    pub first: i32,
    pub after: Option<String>,
    pub narrow: ParticipantWhere,
    pub order: ParticipantOrder,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Query", variables = "ParticipantsVariables")]
pub struct Participants {
    #[arguments(first: $first, after: $after, where: $narrow, orderBy: $order)]
    pub participants: ParticipantPage,
}
reads!(Participants { participants });

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "EnrolmentConnection")]
pub struct ParticipantPage {
    pub total_count: i32,
    pub page_info: PageInfo,
    pub nodes: Vec<ParticipantRow>,
}
reads!(ParticipantPage {
    total_count,
    page_info,
    nodes
});

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Enrolment")]
pub struct ParticipantRow {
    pub id: cynic::Id,
    pub person: PersonName,
    pub school: SchoolName,
    pub group: GroupName,
    pub state: EnrolmentState,
    pub progress: Counts,
}
reads!(ParticipantRow {
    id,
    person,
    school,
    group,
    state,
    progress
});

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Group")]
pub struct GroupName {
    pub name: String,
}
reads!(GroupName { name });

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Progress")]
pub struct Counts {
    pub total: i32,
    pub approved: i32,
    pub waiting: i32,
    pub overdue: i32,
    pub oldest_waiting_at: Option<Moment>,
}
reads!(Counts {
    total,
    approved,
    waiting,
    overdue,
    oldest_waiting_at
});
