//! A key for a reporting tool.

use sea_orm::entity::prelude::*;

/// A key for a reporting tool.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "api_token")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub name: String,
    /// SHA-256, in hex, of the token; the token itself is shown once.
    #[sea_orm(unique)]
    pub token_hash: String,
    /// Scopes, separated by spaces: `reports`, `reports:personal`.
    pub scopes: String,
    /// The one group that it may read; none means all.
    pub group_id: Option<Uuid>,
    pub created_at: DateTimeUtc,
    pub expires_at: Option<DateTimeUtc>,
    pub last_used_at: Option<DateTimeUtc>,
    pub revoked_at: Option<DateTimeUtc>,
    #[sea_orm(belongs_to, from = "group_id", to = "id")]
    pub group: BelongsTo<Option<super::training_group::Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
