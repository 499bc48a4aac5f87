//! The PDF of a signed agreement, as it was made once and for all.

use sea_orm::entity::prelude::*;

/// The PDF of a signed agreement, as it was made once and for all.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "agreement_file")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub agreement_id: Uuid,
    /// Stands in the file, without what is between its groups; whoever has it can check that the file is genuine.
    #[sea_orm(unique)]
    pub code: String,
    #[sea_orm(column_type = "Blob")]
    pub content: Vec<u8>,
    /// SHA-256 of the content, in hex.
    pub sha256: String,
    pub made_at: DateTimeUtc,
    #[sea_orm(belongs_to, from = "agreement_id", to = "id")]
    pub agreement: BelongsTo<super::agreement::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
