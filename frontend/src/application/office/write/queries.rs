use crate::api::schema;
use crate::application::rows::ApplicationWhere;
use crate::application::words::{LeftOutReason, MailingAudience};
use crate::enrolment::queries::PersonName;
use crate::letter::queries::LetterPreview;

#[derive(cynic::InputObject, Clone, Debug)]
pub struct MailingInput {
    #[cynic(rename = "where")]
    pub applications: ApplicationWhere,
    pub audience: MailingAudience,
    pub subject: String,
    pub body: String,
}

#[derive(cynic::InputObject, Clone, Debug)]
pub struct SendMailingInput {
    pub key: String,
    pub count: i32,
    pub mailing: MailingInput,
}

#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct LookVariables {
    pub input: MailingInput,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Query", variables = "LookVariables")]
pub struct Look {
    #[arguments(input: $input)]
    pub mailing_preview: Preview,
}
reads!(Look { mailing_preview });

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "MailingPreview")]
pub struct Preview {
    pub count: i32,
    pub to_name: Option<String>,
    pub to_email: Option<String>,
    pub left_out: Vec<LeftOut>,
    pub letter: Option<LetterPreview>,
}
reads!(Preview {
    count,
    to_name,
    to_email,
    left_out,
    letter
});

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "LeftOutApplication")]
pub struct LeftOut {
    pub application: LeftOutName,
    pub reason: LeftOutReason,
}
reads!(LeftOut {
    application,
    reason
});

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Application")]
pub struct LeftOutName {
    pub id: cynic::Id,
    pub person: PersonName,
}
reads!(LeftOutName { id, person });

#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct SendVariables {
    pub input: SendMailingInput,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Mutation", variables = "SendVariables")]
pub struct Send {
    #[arguments(input: $input)]
    pub send_mailing: Sent,
}
reads!(Send { send_mailing });

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Mailing")]
pub struct Sent {
    pub id: cynic::Id,
    pub count: i32,
}
reads!(Sent { id, count });
