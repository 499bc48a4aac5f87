use crate::api::{Day, Moment, PageInfo, schema};

#[derive(cynic::Enum, Clone, Copy, Debug, PartialEq)]
pub enum TokenScope {
    Reports,
    ReportsPersonal,
}
reads_word!(TokenScope);

impl TokenScope {
    pub fn words(self) -> &'static str {
        match self {
            TokenScope::Reports => "Reports",
            TokenScope::ReportsPersonal => "Names and addresses",
        }
    }
}

#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct TokensVariables {
    pub first: i32,
    pub after: Option<String>,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Query", variables = "TokensVariables")]
pub struct Tokens {
    #[arguments(first: $first, after: $after)]
    pub api_tokens: TokenPage,
}
reads!(Tokens { api_tokens });

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "ApiTokenConnection")]
pub struct TokenPage {
    pub total_count: i32,
    pub page_info: PageInfo,
    pub nodes: Vec<ApiToken>,
}
reads!(TokenPage {
    total_count,
    page_info,
    nodes
});

#[derive(cynic::QueryFragment, Clone, Debug)]
pub struct ApiToken {
    pub id: cynic::Id,
    pub name: String,
    pub scopes: Vec<TokenScope>,
    pub group: Option<TokenGroup>,
    pub created_at: Moment,
    pub expires_at: Option<Moment>,
    pub last_used_at: Option<Moment>,
    pub revoked_at: Option<Moment>,
}
reads!(ApiToken {
    id,
    name,
    scopes,
    group,
    created_at,
    expires_at,
    last_used_at,
    revoked_at
});

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Group")]
pub struct TokenGroup {
    pub name: String,
}
reads!(TokenGroup { name });

#[derive(cynic::InputObject, Clone, Debug)]
pub struct CreateApiTokenInput {
    pub name: String,
    pub scopes: Vec<TokenScope>,
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub group_id: Option<cynic::Id>,
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub expires_on: Option<Day>,
}

#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct CreateVariables {
    pub input: CreateApiTokenInput,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Mutation", variables = "CreateVariables")]
pub struct CreateApiToken {
    #[arguments(input: $input)]
    pub create_api_token: NewApiToken,
}
reads!(CreateApiToken { create_api_token });

#[derive(cynic::QueryFragment, Clone, Debug)]
pub struct NewApiToken {
    pub secret: String,
}
reads!(NewApiToken { secret });

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Mutation", variables = "crate::api::ById")]
pub struct RevokeApiToken {
    #[arguments(id: $id)]
    pub revoke_api_token: RevokedToken,
}
reads!(RevokeApiToken { revoke_api_token });

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "ApiToken")]
pub struct RevokedToken {
    pub name: String,
}
reads!(RevokedToken { name });
