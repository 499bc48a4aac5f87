//! What a signatory asks the office before answering for the school; the database refuses to change what was said.

use sea_orm::entity::prelude::*;

/// Where a question stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text")]
pub enum State {
    /// Waits for the office.
    #[sea_orm(string_value = "open")]
    Open,
    /// Answered by letter.
    #[sea_orm(string_value = "answered")]
    Answered,
    /// Needs no letter any more.
    #[sea_orm(string_value = "closed")]
    Closed,
}

/// What a signatory asks the office before answering for the school; the database refuses to change what was said.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "agreement_question")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The asking whose signatory wants to know.
    pub agreement_id: Uuid,
    pub application_id: Uuid,
    /// The applicant.
    pub person_id: Uuid,
    pub state: State,
    pub text: String,
    /// The name that was typed.
    pub asked_by: String,
    pub asked_at: DateTimeUtc,
    /// What the office answers, or why it closes the question without an answer.
    pub answer: Option<String>,
    /// The administrator's name as it was.
    pub settled_by: Option<String>,
    pub settled_at: Option<DateTimeUtc>,
    /// The letter that brings the answer.
    pub letter_id: Option<Uuid>,
}

impl ActiveModelBehavior for ActiveModel {}
