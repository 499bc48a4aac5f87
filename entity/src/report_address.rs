//! A secret address at which a spreadsheet reads one report's file, by the right of a key.

use sea_orm::entity::prelude::*;

/// What kind of file it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text")]
pub enum Format {
    /// Text, with commas between the values.
    #[sea_orm(string_value = "csv")]
    Csv,
    /// A workbook.
    #[sea_orm(string_value = "xlsx")]
    Xlsx,
}

/// A secret address at which a spreadsheet reads one report's file, by the right of a key.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "report_address")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub token_id: Uuid,
    /// The report's name, as its file is called.
    pub report: String,
    pub format: Format,
    /// JSON: which rows of the report; all of them where it is none.
    pub filter: Option<String>,
    /// SHA-256, in hex, of the address's secret part, which is shown once.
    #[sea_orm(unique)]
    pub secret_hash: String,
    pub created_at: DateTimeUtc,
    pub last_used_at: Option<DateTimeUtc>,
    pub revoked_at: Option<DateTimeUtc>,
    #[sea_orm(belongs_to, from = "token_id", to = "id")]
    pub token: BelongsTo<super::api_token::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
