//! A role that a person holds.

use sea_orm::entity::prelude::*;

/// What a person does in the programme.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text")]
pub enum Role {
    /// A teacher who works towards the award.
    #[sea_orm(string_value = "participant")]
    Participant,
    /// An academic tutor with a caseload.
    #[sea_orm(string_value = "tutor")]
    Tutor,
    /// A programme administrator.
    #[sea_orm(string_value = "administrator")]
    Administrator,
    /// Signs in for a delivery partner that hosts groups.
    #[sea_orm(string_value = "partner")]
    Partner,
}

/// A role that a person holds.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "person_role")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub person_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub role: Role,
    #[sea_orm(belongs_to, from = "person_id", to = "id")]
    pub person: BelongsTo<super::person::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
