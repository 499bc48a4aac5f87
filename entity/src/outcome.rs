//! A learning outcome of an award.

use sea_orm::entity::prelude::*;

/// A learning outcome of an award.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "outcome")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub award_id: Uuid,
    /// Our code, such as `A1`; unique within the award.
    pub code: String,
    /// The section it belongs to, such as "A Knowledge".
    pub section: String,
    pub title: String,
    pub description: String,
    /// Where the official wording stands, if it is published.
    pub official_ref: Option<String>,
    pub position: i32,
    #[sea_orm(belongs_to, from = "award_id", to = "id")]
    pub award: BelongsTo<super::award::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
