//! Which record of changes this database has, and from where on it is complete; a single row.

use sea_orm::entity::prelude::*;

/// Which record of changes this database has, and from where on it is complete; a single row.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "change_record")]
pub struct Model {
    /// Always 1.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: i32,
    /// A random name; cursors hold for one epoch.
    pub epoch: String,
    /// The database in which the epoch began. Elsewhere, as after a restore, transactions are numbered anew.
    pub place: String,
    /// Changes up to here, the two together, are cleared away.
    pub cleared_xid: i64,
    pub cleared_position: i64,
}

impl ActiveModelBehavior for ActiveModel {}
