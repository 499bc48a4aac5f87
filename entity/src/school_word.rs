//! A word by which a school is found: of its name, town, postcode or number.

use sea_orm::entity::prelude::*;

/// A word by which a school is found: of its name, town, postcode or number.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "school_word")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub school_id: Uuid,
    /// In small letters without accents.
    #[sea_orm(primary_key, auto_increment = false)]
    pub word: String,
    #[sea_orm(belongs_to, from = "school_id", to = "id")]
    pub school: BelongsTo<super::school::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
