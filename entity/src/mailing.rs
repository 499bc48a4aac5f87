//! A message that the programme office writes to many about their applications: its words once; the letters that bring it
//! refer to it.

use sea_orm::entity::prelude::*;

/// To whom a message goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text")]
pub enum Audience {
    /// Who apply.
    #[sea_orm(string_value = "applicants")]
    Applicants,
    /// Who are asked to sign for a school and have not answered.
    #[sea_orm(string_value = "signatories")]
    Signatories,
    /// Who are asked to be a mentor and have not answered.
    #[sea_orm(string_value = "mentors")]
    Mentors,
}

/// A message of the programme office to many.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "mailing")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Made up by whoever sends, so that what is sent twice by mistake is one mailing; unique beside `written_by_id`.
    pub key: String,
    pub audience: Audience,
    /// With its placeholders.
    pub subject: String,
    /// Plain text, with its placeholders.
    pub body: String,
    /// Letters that it became.
    pub count: i32,
    pub written_by_id: Uuid,
    /// The administrator's name as it was.
    pub written_by: String,
    pub written_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
