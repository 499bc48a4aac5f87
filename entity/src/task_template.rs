//! A school-based task that an award sets; every enrolment gets its own copy.

use sea_orm::entity::prelude::*;

/// A school-based task that an award sets; every enrolment gets its own copy.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "task_template")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub award_id: Uuid,
    pub code: String,
    pub title: String,
    pub guidance: String,
    /// Weeks from the start of the cohort to the day on which the task is due.
    pub due_week: i32,
    pub position: i32,
    #[sea_orm(belongs_to, from = "award_id", to = "id")]
    pub award: BelongsTo<super::award::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
