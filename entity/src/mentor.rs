//! A school-based mentor, known by an address; has no account.

use sea_orm::entity::prelude::*;

/// A school-based mentor, known by an address; has no account.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "mentor")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub name: String,
    /// Lower case; one mentor an address, whoever they mentor.
    #[sea_orm(unique)]
    pub email: String,
    /// Their post at the school, such as "Deputy headteacher".
    pub post: String,
    /// Letters to the address come back.
    pub bounced_at: Option<DateTimeUtc>,
    pub created_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
