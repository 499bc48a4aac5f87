//! An award as one provider runs it.

use sea_orm::entity::prelude::*;

/// An award as one provider runs it.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "programme")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub award_id: Uuid,
    #[sea_orm(unique)]
    pub code: String,
    pub name: String,
    /// Who runs it, as letters name them.
    pub provider: String,
    #[sea_orm(belongs_to, from = "award_id", to = "id")]
    pub award: BelongsTo<super::award::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
