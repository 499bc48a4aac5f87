//! What the forms ask and send.

use super::Mode;
use super::rows::{CohortName, TheGroup};
use crate::api::narrow::IdFilter;
use crate::api::{Day, schema};

/// For a choice among groups.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Query")]
pub struct GroupChoices {
    #[arguments(first: 100)]
    pub groups: GroupNames,
}
reads!(GroupChoices { groups });

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "GroupConnection")]
pub struct GroupNames {
    pub nodes: Vec<GroupName>,
}
reads!(GroupNames { nodes });

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Group")]
pub struct GroupName {
    pub id: cynic::Id,
    pub name: String,
    pub cohort: CohortName,
}
reads!(GroupName { id, name, cohort });

/// For the form: the cohorts, who may be a tutor, and who may host.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Query")]
pub struct GroupForm {
    pub cohorts: Vec<Cohort>,
    #[arguments(first: 100, where: { role: { eq: TUTOR } })]
    pub people: Tutors,
    #[arguments(first: 100)]
    pub delivery_partners: PartnerChoices,
}
reads!(GroupForm {
    cohorts,
    people,
    delivery_partners
});

#[derive(cynic::QueryFragment, Clone, Debug)]
pub struct Cohort {
    pub id: cynic::Id,
    pub name: String,
    pub starts_on: Day,
}
reads!(Cohort {
    id,
    name,
    starts_on
});

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "PersonConnection")]
pub struct Tutors {
    pub nodes: Vec<TutorChoice>,
}
reads!(Tutors { nodes });

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Person")]
pub struct TutorChoice {
    pub id: cynic::Id,
    pub name: String,
}
reads!(TutorChoice { id, name });

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "DeliveryPartnerConnection")]
pub struct PartnerChoices {
    pub nodes: Vec<PartnerChoice>,
}
reads!(PartnerChoices { nodes });

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "DeliveryPartner")]
pub struct PartnerChoice {
    pub id: cynic::Id,
    pub name: String,
}
reads!(PartnerChoice { id, name });

#[derive(cynic::InputObject, Clone, Debug)]
pub struct AddGroupInput {
    pub cohort_id: cynic::Id,
    pub name: String,
    pub place: String,
    pub mode: Mode,
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub tutor_id: Option<cynic::Id>,
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub venue: Option<String>,
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub postcode: Option<String>,
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub capacity: Option<i32>,
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub delivery_partner_id: Option<cynic::Id>,
}

/// What is left out is said no more.
#[derive(cynic::InputObject, Clone, Debug)]
pub struct EditGroupInput {
    pub group_id: cynic::Id,
    pub version: i32,
    pub name: String,
    pub place: String,
    pub mode: Mode,
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub tutor_id: Option<cynic::Id>,
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub venue: Option<String>,
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub postcode: Option<String>,
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub easting: Option<i32>,
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub northing: Option<i32>,
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub capacity: Option<i32>,
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub delivery_partner_id: Option<cynic::Id>,
}

#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct AddGroupVariables {
    pub input: AddGroupInput,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Mutation", variables = "AddGroupVariables")]
pub struct AddGroup {
    #[arguments(input: $input)]
    pub add_group: AddedGroup,
}
reads!(AddGroup { add_group });

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Group")]
pub struct AddedGroup {
    pub name: String,
}
reads!(AddedGroup { name });

#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct EditGroupVariables {
    pub input: EditGroupInput,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Mutation", variables = "EditGroupVariables")]
pub struct EditGroup {
    #[arguments(input: $input)]
    pub edit_group: AddedGroup,
}
reads!(EditGroup { edit_group });

#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct OneGroupVariables {
    pub id: IdFilter,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Query", variables = "OneGroupVariables")]
pub struct OneGroup {
    #[arguments(first: 1, where: { id: $id })]
    pub groups: TheGroup,
}
reads!(OneGroup { groups });

/// For the form that changes a group: all that is said of it, and what the form has to choose from.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Query", variables = "OneGroupVariables")]
pub struct EditedGroup {
    #[arguments(first: 1, where: { id: $id })]
    pub groups: EditedGroups,
    #[arguments(first: 100, where: { role: { eq: TUTOR } })]
    pub people: Tutors,
    #[arguments(first: 100)]
    pub delivery_partners: PartnerChoices,
}
reads!(EditedGroup {
    groups,
    people,
    delivery_partners
});

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "GroupConnection")]
pub struct EditedGroups {
    pub nodes: Vec<Said>,
}
reads!(EditedGroups { nodes });

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Group")]
pub struct Said {
    pub id: cynic::Id,
    pub version: i32,
    pub name: String,
    pub place: String,
    pub mode: Mode,
    pub tutor: Option<TutorChoice>,
    pub venue: Option<String>,
    pub postcode: Option<String>,
    pub easting: Option<i32>,
    pub northing: Option<i32>,
    pub capacity: Option<i32>,
    pub delivery_partner: Option<PartnerChoice>,
}
reads!(Said {
    id,
    version,
    name,
    place,
    mode,
    tutor,
    venue,
    postcode,
    easting,
    northing,
    capacity,
    delivery_partner
});
