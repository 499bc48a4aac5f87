//! That something changed, and who could see it; written by triggers.

use sea_orm::entity::prelude::*;

/// What changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text")]
pub enum Thing {
    /// A participant's place in a cohort.
    #[sea_orm(string_value = "enrolment")]
    Enrolment,
    #[sea_orm(string_value = "task")]
    Task,
    /// An approval request.
    #[sea_orm(string_value = "approval")]
    Approval,
    #[sea_orm(string_value = "school")]
    School,
    /// A training group.
    #[sea_orm(string_value = "group")]
    Group,
    #[sea_orm(string_value = "mentor")]
    Mentor,
    /// Somebody's application for a place.
    #[sea_orm(string_value = "application")]
    Application,
}

/// That something changed, and who could see it; written by triggers.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "change")]
pub struct Model {
    /// The number of the transaction; 0 in SQLite, whose writers are serial.
    #[sea_orm(primary_key, auto_increment = false)]
    pub xid: i64,
    #[sea_orm(primary_key, auto_increment = false)]
    pub position: i64,
    pub thing: Thing,
    /// The id of what changed.
    pub row_id: Uuid,
    /// The enrolment through which it is seen.
    pub enrolment_id: Option<Uuid>,
    /// The group that could see it until then.
    pub group_id: Option<Uuid>,
    /// The participant who could see it until then; of an application the applicant, who sees it.
    pub person_id: Option<Uuid>,
    /// Only who sees it has changed, not the thing.
    pub moved: bool,
    /// By the database's clock.
    pub at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
