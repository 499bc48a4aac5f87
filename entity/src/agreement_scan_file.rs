//! The bytes of a scan, as they are kept.

use sea_orm::entity::prelude::*;

/// The bytes of a scan, as they are kept; gone once nobody may see them any more.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "agreement_scan_file")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub scan_id: Uuid,
    #[sea_orm(column_type = "Blob")]
    pub content: Vec<u8>,
    #[sea_orm(belongs_to, from = "scan_id", to = "id")]
    pub scan: BelongsTo<super::agreement_scan::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
