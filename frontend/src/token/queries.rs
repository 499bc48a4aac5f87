use super::{TokenScope, TokenState};
use crate::api::{Day, Moment, PageInfo, schema};

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
    pub state: TokenState,
    pub expires_at: Option<Moment>,
    pub last_used_at: Option<Moment>,
}
reads!(ApiToken {
    id,
    name,
    scopes,
    group,
    state,
    expires_at,
    last_used_at
});

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Query", variables = "crate::api::ById")]
pub struct TokenQuery {
    #[arguments(id: $id)]
    pub api_token: WholeToken,
}
reads!(TokenQuery { api_token });

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "ApiToken")]
pub struct WholeToken {
    pub id: cynic::Id,
    pub name: String,
    pub scopes: Vec<TokenScope>,
    pub group: Option<TokenGroup>,
    pub state: TokenState,
    pub points_per_hour: i32,
    pub created_at: Moment,
    pub expires_at: Option<Moment>,
    pub last_used_at: Option<Moment>,
    pub revoked_at: Option<Moment>,
    pub usage: Vec<DayOfUse>,
    pub addresses: Vec<ReportAddress>,
}
reads!(WholeToken {
    id,
    name,
    scopes,
    group,
    state,
    points_per_hour,
    created_at,
    expires_at,
    last_used_at,
    revoked_at,
    usage,
    addresses
});

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "ApiTokenUse")]
pub struct DayOfUse {
    pub day: Day,
    pub requests: i32,
    pub cost: i32,
    pub refused: i32,
}
reads!(DayOfUse {
    day,
    requests,
    cost,
    refused
});

#[derive(cynic::Enum, Clone, Copy, Debug, PartialEq)]
pub enum ReportFormat {
    Csv,
    Xlsx,
}
reads_word!(ReportFormat);

#[derive(cynic::QueryFragment, Clone, Debug)]
pub struct ReportAddress {
    pub id: cynic::Id,
    pub file: String,
    pub created_at: Moment,
    pub last_used_at: Option<Moment>,
    pub revoked_at: Option<Moment>,
}
reads!(ReportAddress {
    id,
    file,
    created_at,
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

#[derive(cynic::InputObject, Clone, Debug)]
pub struct CreateReportAddressInput {
    pub token_id: cynic::Id,
    pub report: String,
    pub format: ReportFormat,
}

#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct AddressVariables {
    pub input: CreateReportAddressInput,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Mutation", variables = "AddressVariables")]
pub struct CreateReportAddress {
    #[arguments(input: $input)]
    pub create_report_address: NewReportAddress,
}
reads!(CreateReportAddress {
    create_report_address
});

#[derive(cynic::QueryFragment, Clone, Debug)]
pub struct NewReportAddress {
    pub url: String,
}
reads!(NewReportAddress { url });

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Mutation", variables = "crate::api::ById")]
pub struct RevokeReportAddress {
    #[arguments(id: $id)]
    pub revoke_report_address: RevokedAddress,
}
reads!(RevokeReportAddress {
    revoke_report_address
});

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "ReportAddress")]
pub struct RevokedAddress {
    pub file: String,
}
reads!(RevokedAddress { file });
