//! The participants who start a programme together.

use sea_orm::entity::prelude::*;

/// The participants who start a programme together.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "cohort")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub programme_id: Uuid,
    pub name: String,
    pub starts_on: Date,
    pub ends_on: Date,
    /// The first day on which somebody can apply; none while nobody can.
    pub applications_from: Option<Date>,
    /// The last day on which somebody can apply.
    pub applications_to: Option<Date>,
    #[sea_orm(belongs_to, from = "programme_id", to = "id")]
    pub programme: BelongsTo<super::programme::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
