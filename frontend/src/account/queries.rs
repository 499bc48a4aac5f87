use crate::api::{Moment, schema};
use crate::session::{Me, Role};

#[derive(cynic::InputObject, Clone, Debug)]
pub struct RequestSignInInput {
    pub email: String,
}

#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct RequestVariables {
    pub input: RequestSignInInput,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Mutation", variables = "RequestVariables")]
pub struct RequestSignIn {
    #[arguments(input: $input)]
    #[allow(dead_code)]
    pub request_sign_in: SignInRequested,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[allow(dead_code)]
pub struct SignInRequested {
    pub expires_at: Moment,
}

#[derive(cynic::InputObject, Clone, Debug)]
pub struct SignInInput {
    pub code: String,
}

#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct SignInVariables {
    pub input: SignInInput,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Mutation", variables = "SignInVariables")]
pub struct SignIn {
    #[arguments(input: $input)]
    pub sign_in: Me,
}

#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct LinkVariables {
    pub token: String,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Query", variables = "LinkVariables")]
pub struct SignInLinkQuery {
    #[arguments(token: $token)]
    pub sign_in_link: SignInLink,
}

/// Whom a sign-in link is for.
#[derive(cynic::QueryFragment, Clone, Debug)]
pub struct SignInLink {
    pub email: String,
    pub expires_at: Moment,
}

#[derive(cynic::InputObject, Clone, Debug)]
pub struct SignInByLinkInput {
    pub token: String,
}

#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct SignInByLinkVariables {
    pub input: SignInByLinkInput,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Mutation", variables = "SignInByLinkVariables")]
pub struct SignInByLink {
    #[arguments(input: $input)]
    pub sign_in_by_link: Me,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Query")]
pub struct AccountQuery {
    pub me: Option<Account>,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Me")]
pub struct Account {
    pub person: AccountPerson,
    pub sessions: Vec<OpenSession>,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Person")]
pub struct AccountPerson {
    pub name: String,
    pub email: Option<String>,
    pub roles: Vec<Role>,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Session")]
pub struct OpenSession {
    pub id: cynic::Id,
    pub current: bool,
    pub created_at: Moment,
    pub seen_at: Moment,
    pub ip: String,
    pub user_agent: String,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Mutation", variables = "crate::api::ById")]
pub struct EndSession {
    #[arguments(id: $id)]
    #[allow(dead_code)]
    pub end_session: bool,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Mutation")]
pub struct SignOutEverywhere {
    #[allow(dead_code)]
    pub sign_out_everywhere: bool,
}
