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
pub struct Group {
    pub id: cynic::Id,
    pub name: String,
    pub place: String,
    pub mode: Mode,
    pub tutor: Option<Tutor>,
    pub cohort: CohortName,
    pub participant_count: i32,
}
reads!(Group {
    id,
    name,
    place,
    mode,
    tutor,
    cohort,
    participant_count
});

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Person")]
pub struct Tutor {
    pub name: String,
}
reads!(Tutor { name });

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Cohort")]
pub struct CohortName {
    pub name: String,
}
reads!(CohortName { name });

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

/// For the form: the cohorts, and who may be a tutor.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Query")]
pub struct GroupForm {
    pub cohorts: Vec<Cohort>,
    #[arguments(first: 100, where: { role: { eq: TUTOR } })]
    pub people: Tutors,
}
reads!(GroupForm { cohorts, people });

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
reads!(AddGroup { add_group });

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Group")]
pub struct AddedGroup {
    pub name: String,
}
reads!(AddedGroup { name });
