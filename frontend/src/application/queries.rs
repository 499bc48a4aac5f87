//! One application, with what stands around it.

use super::asking::{Agreement, Invitation};
use super::needs::queries::{NeedsAnalysis, Outcome};
use super::words::{
    ApplicationAction, ApplicationState, ApplicationStep, Induction, Payer, SencoRole, Setting,
    SignatoryCapacity, TeacherStatus,
};
use crate::api::{Day, Moment, schema};
use crate::event::queries::Happening;
use crate::group::Mode;
use crate::group::rows::Tutor;

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Query", variables = "crate::api::ById")]
pub struct ApplicationQuery {
    #[arguments(id: $id)]
    pub application: Application,
}
reads!(ApplicationQuery { application });

#[derive(cynic::QueryFragment, Clone, Debug)]
pub struct Application {
    pub id: cynic::Id,
    pub state: ApplicationState,
    pub version: i32,
    pub person: Applicant,
    pub cohort: Cohort,
    pub school: Option<School>,
    pub answers: Option<Answers>,
    pub submitted_at: Option<Moment>,
    pub group: Option<Place>,
    pub distance_miles: Option<f64>,
    pub fee: Option<Fee>,
    pub offer_until: Option<Day>,
    pub change_until: Option<Day>,
    pub deferred_to: Option<Later>,
    pub goes_on_as: Option<cynic::Id>,
    pub carried_from: Option<cynic::Id>,
    pub reason: Option<String>,
    pub updated_at: Moment,
    pub agreement: Option<Agreement>,
    pub invitation: Option<Invitation>,
    pub needs_analysis: Option<NeedsAnalysis>,
    pub next_step: ApplicationStep,
    pub timeline: Vec<Happening>,
    pub can: Vec<ApplicationAction>,
}
reads!(Application {
    id,
    state,
    version,
    person,
    cohort,
    school,
    answers,
    submitted_at,
    group,
    distance_miles,
    fee,
    offer_until,
    change_until,
    deferred_to,
    goes_on_as,
    carried_from,
    reason,
    updated_at,
    agreement,
    invitation,
    needs_analysis,
    next_step,
    timeline,
    can
});

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Person")]
pub struct Applicant {
    pub id: cynic::Id,
    pub name: String,
    pub email: Option<String>,
}
reads!(Applicant { id, name, email });

#[derive(cynic::QueryFragment, Clone, Debug)]
pub struct Cohort {
    pub id: cynic::Id,
    pub name: String,
    pub starts_on: Day,
    pub ends_on: Day,
    pub award: Award,
}
reads!(Cohort {
    id,
    name,
    starts_on,
    ends_on,
    award
});

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Cohort")]
pub struct Later {
    pub name: String,
}
reads!(Later { name });

#[derive(cynic::QueryFragment, Clone, Debug)]
pub struct Award {
    pub name: String,
    pub outcomes: Vec<Outcome>,
}
reads!(Award { name, outcomes });

#[derive(cynic::QueryFragment, Clone, Debug)]
pub struct School {
    pub id: cynic::Id,
    pub name: String,
    pub town: String,
    pub head_name: Option<String>,
    pub head_email: Option<String>,
}
reads!(School {
    id,
    name,
    town,
    head_name,
    head_email
});

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Group")]
pub struct Place {
    pub name: String,
    pub place: String,
    pub venue: Option<String>,
    pub postcode: Option<String>,
    pub mode: Mode,
    pub tutor: Option<Tutor>,
}
reads!(Place {
    name,
    place,
    venue,
    postcode,
    mode,
    tutor
});

#[derive(cynic::QueryFragment, Clone, Debug)]
pub struct Fee {
    pub words: String,
    pub payer: Option<Payer>,
    pub vat_for_payer: Option<String>,
}
reads!(Fee {
    words,
    payer,
    vat_for_payer
});

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "ApplicationAnswers")]
pub struct Answers {
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
    pub signatory_name: Option<String>,
    pub signatory_email: Option<String>,
    pub signatory_capacity: Option<SignatoryCapacity>,
    pub mode: Option<Mode>,
    pub places: Option<String>,
    pub payer: Option<Payer>,
    pub purchase_order: Option<String>,
    pub access_needs: Option<String>,
}
reads!(Answers {
    phone,
    trn,
    teacher_status,
    member,
    induction,
    role,
    appointed_on,
    service_months,
    teaches,
    setting,
    award_held,
    began_on,
    signatory_name,
    signatory_email,
    signatory_capacity,
    mode,
    places,
    payer,
    purchase_order,
    access_needs
});

impl Application {
    pub fn may(&self, action: ApplicationAction) -> bool {
        self.can.contains(&action)
    }

    /// What it is for, as a caption.
    pub fn what_for(&self) -> String {
        format!("{}, {}", self.cohort.award.name, self.cohort.name)
    }

    pub fn href(&self) -> String {
        crate::route::Route::Application(self.id.inner().into()).href()
    }

    /// The address of one of its pages.
    pub fn page(&self, name: &str) -> String {
        format!("{}/{name}", self.href())
    }
}
