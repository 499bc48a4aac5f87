//! Who mentors an enrolment, and since when; at most one is open at a time.

use sea_orm::entity::prelude::*;

/// Where a mentorship stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text")]
pub enum State {
    /// Named by the school.
    #[sea_orm(string_value = "nominated")]
    Nominated,
    /// Asked.
    #[sea_orm(string_value = "invited")]
    Invited,
    /// Has agreed; the enrolment has not begun.
    #[sea_orm(string_value = "accepted")]
    Accepted,
    /// Approves tasks.
    #[sea_orm(string_value = "active")]
    Active,
    /// Over.
    #[sea_orm(string_value = "ended")]
    Ended,
}

/// Who mentors an enrolment, and since when; at most one is open at a time.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "mentorship")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub enrolment_id: Uuid,
    pub mentor_id: Uuid,
    pub state: State,
    /// Who of the school gave the name.
    pub nominated_by: String,
    pub started_at: DateTimeUtc,
    pub ended_at: Option<DateTimeUtc>,
    pub end_reason: Option<String>,
    #[sea_orm(belongs_to, from = "enrolment_id", to = "id")]
    pub enrolment: BelongsTo<super::enrolment::Entity>,
    #[sea_orm(belongs_to, from = "mentor_id", to = "id")]
    pub mentor: BelongsTo<super::mentor::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
