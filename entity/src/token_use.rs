//! What a reporting tool's key used within one hour. Counted in memory and added up here every few seconds.

use sea_orm::entity::prelude::*;

/// What a reporting tool's key used within one hour.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "token_use")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub token_id: Uuid,
    /// When the hour began.
    #[sea_orm(primary_key, auto_increment = false)]
    pub hour: DateTimeUtc,
    /// The day in London that the hour belongs to.
    pub day: Date,
    /// Requests that were answered.
    pub requests: i64,
    /// Points that they cost.
    pub cost: i64,
    /// Requests that were turned away because the hour's points were used up.
    pub refused: i64,
    #[sea_orm(belongs_to, from = "token_id", to = "id")]
    pub token: BelongsTo<super::api_token::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
