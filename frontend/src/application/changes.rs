//! What can be done with an application.

use super::words::{
    Induction, LeavingReason, Payer, SencoRole, Setting, SignatoryCapacity, TeacherStatus,
};
use crate::api::{Day, schema};
use crate::group::Mode;

/// A mutation with one input that answers with the application: only its id is wanted.
macro_rules! changes {
    ($($mutation:ident $field:ident($variables:ident $given:ident);)*) => {$(
        #[derive(cynic::QueryVariables, Clone, Debug)]
        pub struct $variables {
            pub input: $given,
        }

        #[derive(cynic::QueryFragment, Clone, Debug)]
        #[cynic(graphql_type = "Mutation", variables = $variables)]
        pub struct $mutation {
            #[arguments(input: $input)]
            #[allow(dead_code)]
            pub $field: Changed,
        }
        reads!($mutation { $field });
    )*};
}

changes! {
    Begin begin_application(BeginVariables BeginApplicationInput);
    Save save_application(SaveVariables SaveApplicationInput);
    Submit submit_application(SubmitVariables SubmitApplicationInput);
    Withdraw withdraw_application(WithdrawVariables WithdrawApplicationInput);
    Defer defer_application(DeferVariables DeferApplicationInput);
    Reject reject_application(RejectVariables EndApplicationInput);
    Replace replace_signatory(ReplaceVariables ReplaceSignatoryInput);
    Offer offer_place(OfferVariables OfferPlaceInput);
    Accept accept_place(AcceptVariables AcceptPlaceInput);
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Application")]
pub struct Changed {
    pub id: cynic::Id,
}
reads!(Changed { id });

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Agreement")]
#[allow(dead_code)]
pub struct ChangedAgreement {
    pub id: cynic::Id,
}
reads!(ChangedAgreement { id });

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "MentorInvitation")]
#[allow(dead_code)]
pub struct ChangedInvitation {
    pub id: cynic::Id,
}
reads!(ChangedInvitation { id });

#[derive(cynic::InputObject, Clone, Debug)]
pub struct BeginApplicationInput {
    pub cohort_id: cynic::Id,
}

#[derive(cynic::InputObject, Clone, Debug)]
pub struct SaveApplicationInput {
    pub application_id: cynic::Id,
    pub version: i32,
    pub phone: Option<String>,
    pub trn: Option<String>,
    pub teacher_status: Option<TeacherStatus>,
    pub member: Option<bool>,
    pub induction: Option<Induction>,
    pub role: Option<SencoRole>,
    pub appointed_on: Option<Day>,
    pub service_months: Option<i32>,
    pub teaches: Option<bool>,
    pub setting: Option<Setting>,
    pub award_held: Option<bool>,
    pub began_on: Option<Day>,
    pub school_id: Option<cynic::Id>,
    pub signatory_name: Option<String>,
    pub signatory_email: Option<String>,
    pub signatory_capacity: Option<SignatoryCapacity>,
    pub mode: Option<Mode>,
    pub places: Option<String>,
    pub payer: Option<Payer>,
    pub purchase_order: Option<String>,
    pub access_needs: Option<String>,
}

#[derive(cynic::InputObject, Clone, Debug)]
pub struct SubmitApplicationInput {
    pub application_id: cynic::Id,
    pub version: i32,
    pub declaration: bool,
}

#[derive(cynic::InputObject, Clone, Debug)]
pub struct WithdrawApplicationInput {
    pub application_id: cynic::Id,
    pub leaving: LeavingReason,
    pub reason: Option<String>,
}

#[derive(cynic::InputObject, Clone, Debug)]
pub struct DeferApplicationInput {
    pub application_id: cynic::Id,
    pub version: i32,
    pub to_cohort_id: cynic::Id,
    pub leaving: LeavingReason,
    pub reason: Option<String>,
    pub accepts_late: bool,
}

#[derive(cynic::InputObject, Clone, Debug)]
pub struct EndApplicationInput {
    pub application_id: cynic::Id,
    pub reason: String,
}

#[derive(cynic::InputObject, Clone, Debug)]
pub struct ReplaceSignatoryInput {
    pub application_id: cynic::Id,
    pub signatory_name: String,
    pub signatory_email: String,
    pub signatory_capacity: SignatoryCapacity,
    pub reason: String,
}

#[derive(cynic::InputObject, Clone, Debug)]
pub struct OfferPlaceInput {
    pub application_id: cynic::Id,
    pub group_id: cynic::Id,
}

#[derive(cynic::InputObject, Clone, Debug)]
pub struct AcceptPlaceInput {
    pub application_id: cynic::Id,
}

#[derive(cynic::InputObject, Clone, Debug)]
pub struct CheckSignatoryInput {
    pub agreement_id: cynic::Id,
}

#[derive(cynic::InputObject, Clone, Debug)]
pub struct ResendAgreementInput {
    pub agreement_id: cynic::Id,
}

#[derive(cynic::InputObject, Clone, Debug)]
pub struct ResendInvitationInput {
    pub invitation_id: cynic::Id,
}

#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct CheckVariables {
    pub input: CheckSignatoryInput,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Mutation", variables = "CheckVariables")]
pub struct Check {
    #[arguments(input: $input)]
    #[allow(dead_code)]
    pub check_signatory: ChangedAgreement,
}
reads!(Check { check_signatory });

#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct ResendAgreementVariables {
    pub input: ResendAgreementInput,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Mutation", variables = "ResendAgreementVariables")]
pub struct ResendToSchool {
    #[arguments(input: $input)]
    #[allow(dead_code)]
    pub resend_agreement: ChangedAgreement,
}
reads!(ResendToSchool { resend_agreement });

#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct ResendInvitationVariables {
    pub input: ResendInvitationInput,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Mutation", variables = "ResendInvitationVariables")]
pub struct ResendToMentor {
    #[arguments(input: $input)]
    #[allow(dead_code)]
    pub resend_invitation: ChangedInvitation,
}
reads!(ResendToMentor { resend_invitation });
