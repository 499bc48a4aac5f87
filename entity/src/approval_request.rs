//! One asking of a mentor to approve one task; at most one waits for a task at a time.

use sea_orm::entity::prelude::*;

/// Where an approval request stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text")]
pub enum State {
    /// The mentor has not answered.
    #[sea_orm(string_value = "waiting")]
    Waiting,
    /// The mentor approved.
    #[sea_orm(string_value = "approved")]
    Approved,
    /// The mentor sent it back.
    #[sea_orm(string_value = "returned")]
    Returned,
    /// The participant took it back.
    #[sea_orm(string_value = "withdrawn")]
    Withdrawn,
    /// Decided, and then disowned by the mentor's mailbox or reopened by an administrator.
    #[sea_orm(string_value = "revoked")]
    Revoked,
}

/// One asking of a mentor to approve one task; at most one waits for a task at a time.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "approval_request")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub task_id: Uuid,
    pub enrolment_id: Uuid,
    /// The task's participant; never changes.
    pub participant_id: Uuid,
    /// Whom it waits for; moves when the mentor is replaced.
    pub mentor_id: Uuid,
    /// The last letter that asked for it.
    pub letter_id: Option<Uuid>,
    pub state: State,
    pub asked_at: DateTimeUtc,
    /// When the mentor was last written to about it on the participant's wish.
    pub resent_at: Option<DateTimeUtc>,
    /// SHA-256, in hex, of the text that the mentor is asked to approve.
    pub text_hash: String,
    pub decided_at: Option<DateTimeUtc>,
    /// The mentor's words.
    #[sea_orm(column_type = "Text", nullable)]
    pub comment: Option<String>,
    /// The name that the mentor typed.
    pub signed_name: Option<String>,
    /// Until then the mentor may take the decision back; after it the participant is told.
    pub settles_at: Option<DateTimeUtc>,
    /// The receipt that went to the mentor for the decision.
    pub receipt_id: Option<Uuid>,
    /// How many reminders the mentor has had.
    pub reminders: i32,
    /// How many times the participant was told that no answer has come.
    pub notices: i32,
    #[sea_orm(belongs_to, from = "task_id", to = "id")]
    pub task: BelongsTo<super::task::Entity>,
    #[sea_orm(belongs_to, from = "mentor_id", to = "id")]
    pub mentor: BelongsTo<super::mentor::Entity>,
    #[sea_orm(belongs_to, from = "enrolment_id", to = "id")]
    pub enrolment: BelongsTo<super::enrolment::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
