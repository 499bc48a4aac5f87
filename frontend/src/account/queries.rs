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
reads!(RequestSignIn { request_sign_in });

#[derive(cynic::QueryFragment, Clone, Debug)]
#[allow(dead_code)]
pub struct SignInRequested {
    pub expires_at: Moment,
}
reads!(SignInRequested { expires_at });

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
reads!(SignIn { sign_in });

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
reads!(SignInLinkQuery { sign_in_link });

/// Whom a sign-in link is for.
#[derive(cynic::QueryFragment, Clone, Debug)]
pub struct SignInLink {
    pub email: String,
    pub expires_at: Moment,
}
reads!(SignInLink { email, expires_at });

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
reads!(SignInByLink { sign_in_by_link });

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Query")]
pub struct AccountQuery {
    pub me: Option<Account>,
}
reads!(AccountQuery { me });

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Me")]
pub struct Account {
    pub person: AccountPerson,
    pub sessions: Vec<OpenSession>,
}
reads!(Account { person, sessions });

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Person")]
pub struct AccountPerson {
    pub name: String,
    pub email: Option<String>,
    pub roles: Vec<Role>,
}
reads!(AccountPerson { name, email, roles });

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
reads!(OpenSession {
    id,
    current,
    created_at,
    seen_at,
    ip,
    user_agent
});

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Mutation", variables = "crate::api::ById")]
pub struct EndSession {
    #[arguments(id: $id)]
    #[allow(dead_code)]
    pub end_session: bool,
}
reads!(EndSession { end_session });

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Mutation")]
pub struct SignOutEverywhere {
    #[allow(dead_code)]
    pub sign_out_everywhere: bool,
}
reads!(SignOutEverywhere {
    sign_out_everywhere
});

#[derive(cynic::InputObject, Clone, Debug)]
pub struct RegisterInput {
    pub name: String,
    pub email: String,
}

#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct RegisterVariables {
    pub input: RegisterInput,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Mutation", variables = "RegisterVariables")]
pub struct Register {
    #[arguments(input: $input)]
    #[allow(dead_code)]
    pub register: SignInRequested,
}
reads!(Register { register });
