use super::Mode;
use crate::api::{Day, PageInfo, schema};

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

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "GroupConnection")]
pub struct GroupPage {
    pub total_count: i32,
    pub page_info: PageInfo,
    pub nodes: Vec<Group>,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
pub struct Group {
    pub id: cynic::Id,
    pub name: String,
    pub place: String,
    pub mode: Mode,
    pub tutor: Option<Tutor>,
    pub cohort: CohortName,
    pub participant_count: i32,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Person")]
pub struct Tutor {
    pub name: String,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Cohort")]
pub struct CohortName {
    pub name: String,
}

/// For a choice among groups.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Query")]
pub struct GroupChoices {
    #[arguments(first: 100)]
    pub groups: GroupNames,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "GroupConnection")]
pub struct GroupNames {
    pub nodes: Vec<GroupName>,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Group")]
pub struct GroupName {
    pub id: cynic::Id,
    pub name: String,
    pub cohort: CohortName,
}

/// For the form: the cohorts, and who may be a tutor.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Query")]
pub struct GroupForm {
    pub cohorts: Vec<Cohort>,
    #[arguments(first: 100, where: { role: TUTOR })]
    pub people: Tutors,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
pub struct Cohort {
    pub id: cynic::Id,
    pub name: String,
    pub starts_on: Day,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "PersonConnection")]
pub struct Tutors {
    pub nodes: Vec<TutorChoice>,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Person")]
pub struct TutorChoice {
    pub id: cynic::Id,
    pub name: String,
}

#[derive(cynic::InputObject, Clone, Debug)]
pub struct AddGroupInput {
    pub cohort_id: cynic::Id,
    pub name: String,
    pub place: String,
    pub mode: Mode,
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub tutor_id: Option<cynic::Id>,
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

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Group")]
pub struct AddedGroup {
    pub name: String,
}
