//! One asking to sign in. The code is a keyed hash of the id, so nothing here opens anything.

use sea_orm::entity::prelude::*;

/// One asking to sign in. The code is a keyed hash of the id, so nothing here opens anything.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "sign_in")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub email: String,
    pub person_id: Option<Uuid>,
    /// Whoever is not known yet becomes known under this name when they sign in; none for who did not say.
    pub name: Option<String>,
    /// SHA-256, in hex, of the cookie of the browser that asked; only that browser may use the code.
    pub browser_hash: String,
    pub tries: i32,
    pub created_at: DateTimeUtc,
    pub expires_at: DateTimeUtc,
    pub used_at: Option<DateTimeUtc>,
}

impl ActiveModelBehavior for ActiveModel {}
