//! One person's application for a place in a cohort.

use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use super::circumstances::{Induction, SencoRole, Setting, TeacherStatus};
use super::needs::Needs;

/// Where an application stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text")]
pub enum State {
    /// The applicant is writing it.
    #[sea_orm(string_value = "draft")]
    Draft,
    /// Handed in; nobody at the school has been asked yet.
    #[sea_orm(string_value = "submitted")]
    Submitted,
    /// The school is asked to sign the support agreement.
    #[sea_orm(string_value = "awaiting_school")]
    AwaitingSchool,
    /// The school has signed: a place can be offered.
    #[sea_orm(string_value = "ready")]
    Ready,
    /// A place is offered.
    #[sea_orm(string_value = "offered")]
    Offered,
    /// The applicant has accepted the place.
    #[sea_orm(string_value = "accepted")]
    Accepted,
    /// The enrolment has begun.
    #[sea_orm(string_value = "enrolled")]
    Enrolled,
    /// An administrator said no.
    #[sea_orm(string_value = "rejected")]
    Rejected,
    /// The applicant took it back.
    #[sea_orm(string_value = "withdrawn")]
    Withdrawn,
    /// Put off to a later cohort.
    #[sea_orm(string_value = "deferred")]
    Deferred,
    /// Time ran out.
    #[sea_orm(string_value = "expired")]
    Expired,
}

/// On whose behalf somebody signs.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "Text")]
#[serde(rename_all = "snake_case")]
pub enum Capacity {
    /// Headteacher.
    #[sea_orm(string_value = "headteacher")]
    Headteacher,
    /// Acting headteacher.
    #[sea_orm(string_value = "acting_headteacher")]
    ActingHeadteacher,
    /// Chair of governors or of the trust's board.
    #[sea_orm(string_value = "chair_of_governors")]
    ChairOfGovernors,
    /// Another senior leader who may sign for the school.
    #[sea_orm(string_value = "senior_leader")]
    SeniorLeader,
}

/// Who pays the fee.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum, Serialize, Deserialize,
)]
#[sea_orm(rs_type = "String", db_type = "Text")]
#[serde(rename_all = "snake_case")]
pub enum Payer {
    /// The school.
    #[sea_orm(string_value = "school")]
    School,
    /// The local authority.
    #[sea_orm(string_value = "local_authority")]
    LocalAuthority,
    /// A trust or another sponsor.
    #[sea_orm(string_value = "sponsor")]
    Sponsor,
    /// The applicant.
    #[sea_orm(string_value = "applicant")]
    Applicant,
}

/// Why somebody gives up a place or puts it off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text")]
pub enum Leaving {
    /// The place is too far away.
    #[sea_orm(string_value = "too_far")]
    TooFar,
    /// The dates or the workload do not suit.
    #[sea_orm(string_value = "timing")]
    Timing,
    /// The school cannot support it now.
    #[sea_orm(string_value = "school")]
    School,
    /// Another course, or another post.
    #[sea_orm(string_value = "elsewhere")]
    Elsewhere,
    /// Something else, in their own words.
    #[sea_orm(string_value = "other")]
    Other,
}

/// What the applicant has answered so far. Nothing has to be there before the application is handed in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
#[serde(default)]
pub struct Answers {
    pub phone: Option<String>,
    /// Teacher reference number: seven digits.
    pub trn: Option<String>,
    pub teacher_status: Option<TeacherStatus>,
    /// With QTLS: whether they are a member of the professional body.
    pub member: Option<bool>,
    pub induction: Option<Induction>,
    pub role: Option<SencoRole>,
    /// The day on which they became SENCO.
    pub appointed_on: Option<Date>,
    /// Months as SENCO before this appointment, in total.
    pub service_months: Option<i32>,
    /// Whether they work as a teacher at the school.
    pub teaches: Option<bool>,
    pub setting: Option<Setting>,
    /// Whether they hold a national award for SENCOs.
    pub award_held: Option<bool>,
    /// The day on which they began this award with another provider.
    pub began_on: Option<Date>,
    pub signatory_name: Option<String>,
    pub signatory_email: Option<String>,
    pub signatory_capacity: Option<Capacity>,
    pub mode: Option<super::training_group::Mode>,
    /// Where they could come, in their own words.
    pub places: Option<String>,
    pub payer: Option<Payer>,
    pub purchase_order: Option<String>,
    pub access_needs: Option<String>,
}

/// One person's application for a place in a cohort; at most one that is not over.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "application")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub person_id: Uuid,
    pub cohort_id: Uuid,
    pub state: State,
    pub version: i32,
    pub school_id: Option<Uuid>,
    #[sea_orm(column_type = "JsonBinary")]
    pub answers: Answers,
    /// How they can show each learning outcome; filled in by who needs the school to agree to it.
    #[sea_orm(column_type = "JsonBinary")]
    pub needs: Needs,
    pub submitted_at: Option<DateTimeUtc>,
    /// The group in which a place is offered.
    pub group_id: Option<Uuid>,
    pub offered_at: Option<DateTimeUtc>,
    /// The last day on which the offer can be accepted.
    pub offer_until: Option<Date>,
    /// What came of it.
    pub enrolment_id: Option<Uuid>,
    /// The last day on which they may still change their mind about the place that they accepted.
    pub change_until: Option<Date>,
    /// The later cohort to which it was put off.
    pub deferred_to: Option<Uuid>,
    /// The application that was put off, and that this one goes on from.
    pub carried_from: Option<Uuid>,
    /// What kind of reason somebody gave for giving the place up or putting it off.
    pub leaving: Option<Leaving>,
    /// Why it was rejected, withdrawn or deferred.
    pub reason: Option<String>,
    /// Letters that reminded the applicant of the offer.
    pub notices: i32,
    /// When it was over without a place.
    pub ended_at: Option<DateTimeUtc>,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
    /// When it came to stand where it does.
    pub stands_since: DateTimeUtc,
    #[sea_orm(belongs_to, from = "person_id", to = "id")]
    pub person: BelongsTo<super::person::Entity>,
    #[sea_orm(belongs_to, from = "cohort_id", to = "id")]
    pub cohort: BelongsTo<super::cohort::Entity>,
    #[sea_orm(belongs_to, from = "school_id", to = "id")]
    pub school: BelongsTo<Option<super::school::Entity>>,
    #[sea_orm(belongs_to, from = "group_id", to = "id")]
    pub group: BelongsTo<Option<super::training_group::Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
