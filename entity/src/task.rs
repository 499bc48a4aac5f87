//! A participant's own copy of a school-based task.

use sea_orm::entity::prelude::*;

/// Where a task stands; overdue is computed, never stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text")]
pub enum State {
    /// Not begun.
    #[sea_orm(string_value = "available")]
    Available,
    /// Begun; a draft exists.
    #[sea_orm(string_value = "in_progress")]
    InProgress,
    /// With the mentor.
    #[sea_orm(string_value = "submitted")]
    Submitted,
    /// The mentor has approved it.
    #[sea_orm(string_value = "approved")]
    Approved,
    /// The mentor has sent it back with a comment.
    #[sea_orm(string_value = "returned")]
    Returned,
    /// An administrator has excused the participant from it.
    #[sea_orm(string_value = "waived")]
    Waived,
    /// Was approved or waived, and is open again.
    #[sea_orm(string_value = "reopened")]
    Reopened,
}

/// A participant's own copy of a school-based task.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "task")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub enrolment_id: Uuid,
    /// The enrolment's person, kept here because every permission asks for it; never changes.
    pub participant_id: Uuid,
    pub template_id: Uuid,
    pub code: String,
    pub title: String,
    pub position: i32,
    pub state: State,
    /// What was done, in the participant's words.
    #[sea_orm(column_type = "Text")]
    pub account: String,
    #[sea_orm(column_type = "Text")]
    pub reflection: String,
    pub done_from: Option<Date>,
    pub done_to: Option<Date>,
    pub due_on: Date,
    /// Goes up by one with every change; a writer names the one it saw.
    pub version: i32,
    pub submitted_at: Option<DateTimeUtc>,
    pub approved_at: Option<DateTimeUtc>,
    pub updated_at: DateTimeUtc,
    #[sea_orm(belongs_to, from = "enrolment_id", to = "id")]
    pub enrolment: BelongsTo<super::enrolment::Entity>,
    #[sea_orm(belongs_to, from = "template_id", to = "id")]
    pub template: BelongsTo<super::task_template::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
