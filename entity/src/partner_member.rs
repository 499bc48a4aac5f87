//! Who signs in for a delivery partner.

use sea_orm::entity::prelude::*;

/// Who signs in for a delivery partner.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "partner_member")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub person_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub delivery_partner_id: Uuid,
    #[sea_orm(belongs_to, from = "person_id", to = "id")]
    pub person: BelongsTo<super::person::Entity>,
    #[sea_orm(belongs_to, from = "delivery_partner_id", to = "id")]
    pub delivery_partner: BelongsTo<super::delivery_partner::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
