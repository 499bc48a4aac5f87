//! What clients say of applications, and how the verbs understand it.

use async_graphql::{Error, ID, InputObject, Result};
use chrono::NaiveDate;
use entity::application::Answers;

use super::{LeavingReason, Payer, SignatoryCapacity};
use crate::agreement::Signatory;
use crate::application::{Deferral, Written};
use crate::eligibility::graphql::{Induction, SencoRole, Setting, TeacherStatus};
use crate::programme::graphql::Mode;
use crate::schema::{maybe_uuid, uuid};

/// An application to begin.
#[derive(InputObject)]
pub struct BeginApplicationInput {
    /// The cohort.
    pub cohort_id: ID,
}

/// What an applicant has answered so far; nothing has to be there before it is handed in.
#[derive(InputObject)]
pub struct SaveApplicationInput {
    /// The application.
    pub application_id: ID,
    /// The version that was changed; another one meanwhile is a `CONFLICT`.
    version: i32,
    /// A telephone number; at most 40 characters.
    phone: Option<String>,
    /// Teacher reference number: five to seven digits, other characters are dropped.
    trn: Option<String>,
    /// Their teacher status.
    teacher_status: Option<TeacherStatus>,
    /// With QTLS: whether they are a member of the Society for Education and Training now.
    member: Option<bool>,
    /// With QTS or QTLS: how far they are with their induction as a teacher.
    induction: Option<Induction>,
    /// What they have to do with the role of SENCO.
    role: Option<SencoRole>,
    /// For a SENCO: the day on which they became SENCO, 1960 to today.
    appointed_on: Option<NaiveDate>,
    /// For a SENCO: months that they were a SENCO before that, in total; 0 to 720.
    service_months: Option<i32>,
    /// Whether they work as a teacher at the school.
    teaches: Option<bool>,
    /// Where they work.
    setting: Option<Setting>,
    /// Whether they hold a national award for SENCOs, whichever.
    award_held: Option<bool>,
    /// The day on which they began this award with another provider.
    began_on: Option<NaiveDate>,
    /// The school where they work.
    school_id: Option<ID>,
    /// Who signs for the school; at most 200 characters.
    signatory_name: Option<String>,
    /// Their address; never the applicant's own.
    signatory_email: Option<String>,
    /// What they are at the school.
    signatory_capacity: Option<SignatoryCapacity>,
    /// How they would like to be taught.
    mode: Option<Mode>,
    /// Where they could come, in their own words; at most 2,000 characters.
    places: Option<String>,
    /// Who pays the fee.
    payer: Option<Payer>,
    /// The payer's purchase order; at most 200 characters.
    purchase_order: Option<String>,
    /// What they need to take part; at most 2,000 characters.
    access_needs: Option<String>,
}

impl TryFrom<SaveApplicationInput> for Written {
    type Error = Error;

    fn try_from(input: SaveApplicationInput) -> Result<Self> {
        Ok(Self {
            version: input.version,
            school_id: maybe_uuid(input.school_id.as_ref(), "school")?,
            answers: Answers {
                phone: input.phone,
                trn: input.trn,
                teacher_status: input.teacher_status.map(Into::into),
                member: input.member,
                induction: input.induction.map(Into::into),
                role: input.role.map(Into::into),
                appointed_on: input.appointed_on,
                service_months: input.service_months,
                teaches: input.teaches,
                setting: input.setting.map(Into::into),
                award_held: input.award_held,
                began_on: input.began_on,
                signatory_name: input.signatory_name,
                signatory_email: input.signatory_email,
                signatory_capacity: input.signatory_capacity.map(Into::into),
                mode: input.mode.map(Into::into),
                places: input.places,
                payer: input.payer.map(Into::into),
                purchase_order: input.purchase_order,
                access_needs: input.access_needs,
            },
        })
    }
}

/// An application to hand in.
#[derive(InputObject)]
pub struct SubmitApplicationInput {
    /// The application.
    pub application_id: ID,
    /// The version that was checked; another one meanwhile is a `CONFLICT`.
    pub version: i32,
    /// Whether you declare that your answers are true; nothing is handed in without that.
    #[graphql(default)]
    pub declaration: bool,
}

/// An application to take back, and why.
#[derive(InputObject)]
pub struct WithdrawApplicationInput {
    /// The application.
    pub application_id: ID,
    /// What kind of reason it is; it is counted.
    pub leaving: LeavingReason,
    /// The reason in own words; needed only with `OTHER`. Goes into the letter and the history; at most 200 characters.
    pub reason: Option<String>,
}

/// An application to put off to a later cohort, and why.
#[derive(InputObject)]
pub struct DeferApplicationInput {
    /// The application.
    pub application_id: ID,
    /// The version that was seen; another one meanwhile is a `CONFLICT`.
    version: i32,
    /// A cohort of the same programme that begins later; see the application's `deferrals`.
    to_cohort_id: ID,
    /// What kind of reason it is; it is counted.
    leaving: LeavingReason,
    /// The reason in own words; needed only with `OTHER`. Goes into the history; at most 200 characters.
    reason: Option<String>,
    /// That it is known that the award would come after the last day that the law allows; needed where its clock with that
    /// cohort is red.
    #[graphql(default)]
    accepts_late: bool,
}

impl TryFrom<DeferApplicationInput> for Deferral {
    type Error = Error;

    fn try_from(input: DeferApplicationInput) -> Result<Self> {
        Ok(Self {
            version: input.version,
            to: uuid(&input.to_cohort_id, "cohort")?,
            leaving: input.leaving.into(),
            reason: input.reason.unwrap_or_default(),
            accepts_late: input.accepts_late,
        })
    }
}

/// An application that ends, and why.
#[derive(InputObject)]
pub struct EndApplicationInput {
    /// The application.
    pub application_id: ID,
    /// Why; goes into the letter and the history; at most 200 characters.
    pub reason: String,
}

/// Somebody else to sign for the school.
#[derive(InputObject)]
pub struct ReplaceSignatoryInput {
    /// The application.
    pub application_id: ID,
    /// Their name; at most 200 characters.
    signatory_name: String,
    /// Their address; neither the applicant's own nor the one that is asked now.
    signatory_email: String,
    /// What they are at the school.
    signatory_capacity: SignatoryCapacity,
    /// Why; goes into the history; at most 200 characters.
    pub reason: String,
}

impl ReplaceSignatoryInput {
    /// Whom it names.
    pub fn signatory(&self) -> Signatory {
        Signatory {
            name: self.signatory_name.clone(),
            email: self.signatory_email.clone(),
            capacity: self.signatory_capacity.into(),
        }
    }
}

/// A place to offer.
#[derive(InputObject)]
pub struct OfferPlaceInput {
    /// The application.
    pub application_id: ID,
    /// A group of the cohort that was applied to.
    pub group_id: ID,
}

/// A place to accept.
#[derive(InputObject)]
pub struct AcceptPlaceInput {
    /// The application.
    pub application_id: ID,
}
