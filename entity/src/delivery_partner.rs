//! Who hosts groups for the programme.

use sea_orm::entity::prelude::*;

/// What a delivery partner is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text")]
pub enum Kind {
    #[sea_orm(string_value = "teaching_school_hub")]
    TeachingSchoolHub,
    #[sea_orm(string_value = "local_authority")]
    LocalAuthority,
    #[sea_orm(string_value = "school_network")]
    SchoolNetwork,
}

/// Who hosts groups for the programme.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "delivery_partner")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    #[sea_orm(unique)]
    pub name: String,
    pub kind: Kind,
}

impl ActiveModelBehavior for ActiveModel {}
