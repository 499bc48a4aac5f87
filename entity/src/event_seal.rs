//! A link of the chain that seals the events: a hash over the event and the link before.

use sea_orm::entity::prelude::*;

/// A link of the chain that seals the events: a hash over the event and the link before.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "event_seal")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub position: i64,
    #[sea_orm(unique)]
    pub event_id: Uuid,
    /// SHA-256, in hex.
    pub hash: String,
}

impl ActiveModelBehavior for ActiveModel {}
