//! What the office noted down about an application; the database refuses to change or delete it.

use sea_orm::entity::prelude::*;

/// What is noted down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text")]
pub enum Kind {
    /// A remark.
    #[sea_orm(string_value = "remark")]
    Remark,
    /// That the applicant's teacher status was seen.
    #[sea_orm(string_value = "teacher_status")]
    TeacherStatus,
}

/// What the office noted down about an application; the database refuses to change or delete it.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "application_note")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub application_id: Uuid,
    pub kind: Kind,
    /// None where somebody only noted that something was seen.
    pub text: Option<String>,
    /// The administrator's name as it was.
    pub written_by: String,
    pub written_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
