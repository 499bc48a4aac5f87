//! An event that the chain does not hold yet; written by a trigger.

use sea_orm::entity::prelude::*;

/// An event that the chain does not hold yet; written by a trigger.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "event_unsealed")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub event_id: Uuid,
}

impl ActiveModelBehavior for ActiveModel {}
