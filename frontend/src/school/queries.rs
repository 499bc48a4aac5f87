use crate::api::narrow::IdFilter;
use crate::api::{PageInfo, schema};

#[derive(cynic::Enum, Clone, Copy, Debug, PartialEq)]
pub enum SchoolStatus {
    Open,
    ProposedToClose,
    ProposedToOpen,
    Closed,
}
reads_word!(SchoolStatus);
narrows_word!(SchoolStatusFilter, SchoolStatus);

#[derive(cynic::InputObject, Clone, Debug, Default)]
pub struct SchoolWhere {
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub id: Option<IdFilter>,
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub status: Option<SchoolStatusFilter>,
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub to_check: Option<bool>,
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub has_participants: Option<bool>,
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
    #[arguments(first: $first, after: $after, where: $narrow, orderBy: { field: "OPEN_FIRST" })]
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
    pub street: Option<String>,
    pub local_authority: String,
    pub status: SchoolStatus,
    pub is_listed: bool,
    pub to_check: bool,
    pub successors: Vec<Successor>,
    pub head_name: Option<String>,
    pub participant_count: i32,
}
reads!(School {
    id,
    urn,
    name,
    town,
    postcode,
    street,
    local_authority,
    status,
    is_listed,
    to_check,
    successors,
    head_name,
    participant_count
});

/// What came after a closed school.
#[derive(cynic::QueryFragment, Clone, Debug)]
pub struct Successor {
    pub id: cynic::Id,
    pub urn: String,
    pub name: String,
    pub town: String,
    pub postcode: String,
    pub status: SchoolStatus,
}
reads!(Successor {
    id,
    urn,
    name,
    town,
    postcode,
    status
});

#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct FindSchoolsVariables {
    pub text: String,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Query", variables = "FindSchoolsVariables")]
pub struct FindSchools {
    #[arguments(text: $text)]
    pub find_schools: Vec<FoundSchool>,
}
reads!(FindSchools { find_schools });

#[derive(cynic::QueryFragment, Clone, Debug)]
pub struct FoundSchool {
    pub id: cynic::Id,
    pub urn: String,
    pub name: String,
    pub street: Option<String>,
    pub town: String,
    pub postcode: String,
    pub local_authority: String,
    pub status: SchoolStatus,
    pub successors: Vec<Successor>,
}
reads!(FoundSchool {
    id,
    urn,
    name,
    street,
    town,
    postcode,
    local_authority,
    status,
    successors
});

impl From<Successor> for FoundSchool {
    fn from(next: Successor) -> Self {
        FoundSchool {
            id: next.id,
            urn: next.urn,
            name: next.name,
            street: None,
            town: next.town,
            postcode: next.postcode,
            local_authority: String::new(),
            status: next.status,
            successors: Vec::new(),
        }
    }
}

#[derive(cynic::InputObject, Clone, Debug)]
pub struct AddUnlistedSchoolInput {
    pub school_name: String,
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub street: Option<String>,
    pub town: String,
    pub postcode: String,
    pub local_authority: String,
}

#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct AddUnlistedSchoolVariables {
    pub input: AddUnlistedSchoolInput,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Mutation", variables = "AddUnlistedSchoolVariables")]
pub struct AddUnlistedSchool {
    #[arguments(input: $input)]
    pub add_unlisted_school: FoundSchool,
}
reads!(AddUnlistedSchool {
    add_unlisted_school
});

#[derive(cynic::InputObject, Clone, Debug)]
pub struct CheckSchoolInput {
    pub school_id: cynic::Id,
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub same_as: Option<cynic::Id>,
}

#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct CheckSchoolVariables {
    pub input: CheckSchoolInput,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Mutation", variables = "CheckSchoolVariables")]
pub struct CheckSchool {
    #[arguments(input: $input)]
    pub check_school: AddedSchool,
}
reads!(CheckSchool { check_school });

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
