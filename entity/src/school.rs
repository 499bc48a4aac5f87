//! A school, known by its unique reference number.

use sea_orm::entity::prelude::*;

/// A school, known by its unique reference number.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "school")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Unique reference number: six digits.
    #[sea_orm(unique)]
    pub urn: String,
    pub name: String,
    pub town: String,
    pub postcode: String,
    pub local_authority: String,
    pub head_name: Option<String>,
    pub head_email: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}
