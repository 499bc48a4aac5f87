use crate::api::{PageInfo, schema};
use crate::group::queries::PartnerChoices;
use crate::session::Role;

narrows_word!(RoleFilter, Role);

#[derive(cynic::InputObject, Clone, Debug)]
pub struct PersonWhere {
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub role: Option<RoleFilter>,
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub search: Option<String>,
}

#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct PeopleVariables {
    pub first: i32,
    pub after: Option<String>,
    pub narrow: PersonWhere,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Query", variables = "PeopleVariables")]
pub struct People {
    #[arguments(first: $first, after: $after, where: $narrow)]
    pub people: PersonPage,
}
reads!(People { people });

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "PersonConnection")]
pub struct PersonPage {
    pub total_count: i32,
    pub page_info: PageInfo,
    pub nodes: Vec<PersonRow>,
}
reads!(PersonPage {
    total_count,
    page_info,
    nodes
});

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Person")]
pub struct PersonRow {
    pub name: String,
    pub email: Option<String>,
    pub roles: Vec<Role>,
}
reads!(PersonRow { name, email, roles });

#[derive(cynic::InputObject, Clone, Debug)]
pub struct AddPersonInput {
    pub name: String,
    pub email: String,
    pub roles: Vec<Role>,
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub delivery_partner_id: Option<cynic::Id>,
}

/// For the form: whom somebody can sign in for.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Query")]
pub struct PersonForm {
    #[arguments(first: 100)]
    pub delivery_partners: PartnerChoices,
}
reads!(PersonForm { delivery_partners });

#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct AddPersonVariables {
    pub input: AddPersonInput,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Mutation", variables = "AddPersonVariables")]
pub struct AddPerson {
    #[arguments(input: $input)]
    pub add_person: AddedPerson,
}
reads!(AddPerson { add_person });

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Person")]
pub struct AddedPerson {
    pub name: String,
}
reads!(AddedPerson { name });
