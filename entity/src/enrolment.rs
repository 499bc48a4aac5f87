//! One person's place in a cohort.

use sea_orm::entity::prelude::*;

/// Where an enrolment stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text")]
pub enum State {
    /// Enrolled; the cohort has not begun.
    #[sea_orm(string_value = "pre_start")]
    PreStart,
    /// Working.
    #[sea_orm(string_value = "active")]
    Active,
    /// Paused, to go on with a later cohort.
    #[sea_orm(string_value = "deferred")]
    Deferred,
    /// All work is in; the board has not met.
    #[sea_orm(string_value = "awaiting_board")]
    AwaitingBoard,
    /// The award is gained.
    #[sea_orm(string_value = "completed")]
    Completed,
    /// Left.
    #[sea_orm(string_value = "withdrawn")]
    Withdrawn,
    /// The time allowed ran out.
    #[sea_orm(string_value = "time_expired")]
    TimeExpired,
    /// Not passed.
    #[sea_orm(string_value = "failed")]
    Failed,
}

/// One person's place in a cohort.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "enrolment")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub person_id: Uuid,
    pub cohort_id: Uuid,
    pub group_id: Uuid,
    pub school_id: Uuid,
    pub state: State,
    /// The day on which the person became SENCO; none while aspiring.
    pub appointed_on: Option<Date>,
    pub started_on: Date,
    /// The last day of the last term allowed.
    pub ends_on: Date,
    pub created_at: DateTimeUtc,
    /// Whether the law asks for the award by a day; not of who has served as SENCO long enough before, or works elsewhere.
    pub clock_runs: bool,
    #[sea_orm(belongs_to, from = "person_id", to = "id")]
    pub person: BelongsTo<super::person::Entity>,
    #[sea_orm(belongs_to, from = "cohort_id", to = "id")]
    pub cohort: BelongsTo<super::cohort::Entity>,
    #[sea_orm(belongs_to, from = "group_id", to = "id")]
    pub group: BelongsTo<super::training_group::Entity>,
    #[sea_orm(belongs_to, from = "school_id", to = "id")]
    pub school: BelongsTo<super::school::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
