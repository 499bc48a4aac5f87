//! Enrolling somebody.

use crate::api::{Day, schema};

#[derive(cynic::InputObject, Clone, Debug)]
pub struct EnrolInput {
    pub name: String,
    pub email: String,
    pub group_id: cynic::Id,
    pub school_id: cynic::Id,
    pub appointed_on: Option<Day>,
    pub mentor_name: String,
    pub mentor_email: String,
    pub mentor_post: String,
    pub nominated_by: String,
}

#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct EnrolVariables {
    pub input: EnrolInput,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Mutation", variables = "EnrolVariables")]
pub struct Enrol {
    #[arguments(input: $input)]
    pub enrol: Enrolled,
}
reads!(Enrol { enrol });

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Enrolment")]
pub struct Enrolled {
    pub id: cynic::Id,
}
reads!(Enrolled { id });
