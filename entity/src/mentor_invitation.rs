//! One asking of a nominated mentor whether they will be one.

use sea_orm::entity::prelude::*;

/// Where an invitation stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text")]
pub enum State {
    /// Asked.
    #[sea_orm(string_value = "invited")]
    Invited,
    /// The letter came back.
    #[sea_orm(string_value = "bounced")]
    Bounced,
    /// They will.
    #[sea_orm(string_value = "accepted")]
    Accepted,
    /// They will not.
    #[sea_orm(string_value = "declined")]
    Declined,
    /// The school named somebody else, or the application is over.
    #[sea_orm(string_value = "superseded")]
    Superseded,
}

/// One asking of a nominated mentor whether they will be one; at most one of an application is open or accepted.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "mentor_invitation")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub application_id: Uuid,
    /// The applicant.
    pub person_id: Uuid,
    /// The school's word that names the mentor.
    pub agreement_id: Uuid,
    pub mentor_id: Uuid,
    pub state: State,
    /// The latest letter that asks.
    pub letter_id: Option<Uuid>,
    pub asked_at: DateTimeUtc,
    pub resent_at: Option<DateTimeUtc>,
    pub reminders: i32,
    /// Letters that told the applicant that no answer has come.
    pub notices: i32,
    pub decided_at: Option<DateTimeUtc>,
    pub signed_name: Option<String>,
    /// Why they will not.
    pub reason: Option<String>,
    #[sea_orm(belongs_to, from = "application_id", to = "id")]
    pub application: BelongsTo<super::application::Entity>,
    #[sea_orm(belongs_to, from = "mentor_id", to = "id")]
    pub mentor: BelongsTo<super::mentor::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
