//! One asking of somebody to sign for the school that it supports an applicant.

use sea_orm::entity::prelude::*;

use super::application::Capacity;
use super::needs::Review;

/// Where an agreement stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text")]
pub enum State {
    /// The signatory is asked.
    #[sea_orm(string_value = "sent")]
    Sent,
    /// The letter came back.
    #[sea_orm(string_value = "bounced")]
    Bounced,
    /// Signed.
    #[sea_orm(string_value = "signed")]
    Signed,
    /// The signatory said no.
    #[sea_orm(string_value = "declined")]
    Declined,
    /// The signatory named somebody else to sign.
    #[sea_orm(string_value = "handed_on")]
    HandedOn,
    /// Another asking took its place: a new school, signatory or address.
    #[sea_orm(string_value = "superseded")]
    Superseded,
    /// The application was over before an answer came.
    #[sea_orm(string_value = "expired")]
    Expired,
    /// Signed, and taken back since.
    #[sea_orm(string_value = "revoked")]
    Revoked,
}

/// One asking of somebody to sign for the school that it supports an applicant; at most one of an application is open or
/// signed.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "agreement")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub application_id: Uuid,
    /// The applicant.
    pub person_id: Uuid,
    /// The version of the words.
    pub text_id: Uuid,
    pub state: State,
    /// Who is asked to sign.
    pub name: String,
    /// Lower case.
    pub email: String,
    pub capacity: Capacity,
    /// The asking whose signatory named this one.
    pub handed_from: Option<Uuid>,
    /// The latest letter that asks.
    pub letter_id: Option<Uuid>,
    pub asked_at: DateTimeUtc,
    pub resent_at: Option<DateTimeUtc>,
    pub reminders: i32,
    /// Letters that told the applicant that no answer has come.
    pub notices: i32,
    /// Questions of the signatory that wait for the office.
    pub open_questions: i32,
    /// When an administrator compared the address with the school's record.
    pub checked_at: Option<DateTimeUtc>,
    pub checked_by: Option<String>,
    pub decided_at: Option<DateTimeUtc>,
    /// Why it was declined, handed on, replaced or revoked.
    pub reason: Option<String>,
    /// The words exactly as they were shown and signed.
    pub signed_text: Option<String>,
    /// SHA-256 of these, in hex.
    pub text_hash: Option<String>,
    pub signed_name: Option<String>,
    /// The day of the appointment as the school states it; none while aspiring.
    pub appointed_on: Option<Date>,
    pub mentor_name: Option<String>,
    pub mentor_email: Option<String>,
    /// The mentor's post at the school.
    pub mentor_post: Option<String>,
    /// What the school says to the needs analysis; none where it needs none.
    #[sea_orm(column_type = "JsonBinary", nullable)]
    pub review: Option<Review>,
    /// When the office decided that a place can be offered although the school does not support every outcome.
    pub gaps_accepted_at: Option<DateTimeUtc>,
    pub gaps_accepted_by: Option<String>,
    /// How these outcomes are to be met.
    pub gaps_plan: Option<String>,
    /// Since when a scan of the signed paper waits for the office; none while none does.
    pub paper_since: Option<DateTimeUtc>,
    /// The scan that counts as the signature; none where it was signed online.
    pub scan_id: Option<Uuid>,
    pub ip: Option<String>,
    pub user_agent: Option<String>,
    pub created_at: DateTimeUtc,
    #[sea_orm(belongs_to, from = "application_id", to = "id")]
    pub application: BelongsTo<super::application::Entity>,
    #[sea_orm(belongs_to, from = "text_id", to = "id")]
    pub text: BelongsTo<super::agreement_text::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
