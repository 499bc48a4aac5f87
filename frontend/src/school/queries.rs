use crate::api::{PageInfo, schema};

#[derive(cynic::InputObject, Clone, Debug)]
pub struct SchoolWhere {
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub search: Option<String>,
}

#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct SchoolsVariables {
    pub first: i32,
    pub after: Option<String>,
    pub narrow: SchoolWhere,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Query", variables = "SchoolsVariables")]
pub struct Schools {
    #[arguments(first: $first, after: $after, where: $narrow)]
    pub schools: SchoolPage,
}
reads!(Schools { schools });

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "SchoolConnection")]
pub struct SchoolPage {
    pub total_count: i32,
    pub page_info: PageInfo,
    pub nodes: Vec<School>,
}
reads!(SchoolPage {
    total_count,
    page_info,
    nodes
});

#[derive(cynic::QueryFragment, Clone, Debug)]
pub struct School {
    pub id: cynic::Id,
    pub urn: String,
    pub name: String,
    pub town: String,
    pub postcode: String,
    pub local_authority: String,
    pub head_name: Option<String>,
    pub participant_count: i32,
}
reads!(School {
    id,
    urn,
    name,
    town,
    postcode,
    local_authority,
    head_name,
    participant_count
});

#[derive(cynic::InputObject, Clone, Debug)]
pub struct AddSchoolInput {
    pub urn: String,
    pub name: String,
    pub town: String,
    pub postcode: String,
    pub local_authority: String,
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub head_name: Option<String>,
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub head_email: Option<String>,
}

#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct AddSchoolVariables {
    pub input: AddSchoolInput,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Mutation", variables = "AddSchoolVariables")]
pub struct AddSchool {
    #[arguments(input: $input)]
    pub add_school: AddedSchool,
}
reads!(AddSchool { add_school });

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "School")]
pub struct AddedSchool {
    pub name: String,
}
reads!(AddedSchool { name });
