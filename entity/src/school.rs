//! A school, known by its unique reference number.

use sea_orm::entity::prelude::*;

/// Whether it is open, as the national list tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text")]
pub enum Status {
    /// It is open.
    #[sea_orm(string_value = "open")]
    Open,
    /// It is open, and is to be closed.
    #[sea_orm(string_value = "proposed_to_close")]
    ProposedToClose,
    /// It is to be opened.
    #[sea_orm(string_value = "proposed_to_open")]
    ProposedToOpen,
    /// It is closed.
    #[sea_orm(string_value = "closed")]
    Closed,
}

/// A school, known by its unique reference number.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "school")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Unique reference number: six digits. None while it is on no list.
    #[sea_orm(unique)]
    pub urn: Option<String>,
    pub name: String,
    pub town: String,
    pub postcode: String,
    pub local_authority: String,
    pub head_name: Option<String>,
    pub head_email: Option<String>,
    /// Three digits.
    pub local_authority_code: Option<String>,
    /// The type of establishment, in the words of the list.
    pub kind: Option<String>,
    /// The phase of education, in the words of the list.
    pub phase: Option<String>,
    pub status: Status,
    /// UK provider reference number: eight digits.
    pub ukprn: Option<String>,
    pub street: Option<String>,
    /// Metres east on the national grid.
    pub easting: Option<i32>,
    /// Metres north on the national grid.
    pub northing: Option<i32>,
    pub opened_on: Option<Date>,
    pub closed_on: Option<Date>,
    /// Who entered it by hand; none for those of the list.
    pub entered_by: Option<Uuid>,
    pub entered_at: Option<DateTimeUtc>,
    /// Which administrator saw that it is a school.
    pub checked_by: Option<Uuid>,
    pub checked_at: Option<DateTimeUtc>,
    /// When the national list was first seen to have it.
    pub listed_at: Option<DateTimeUtc>,
}

impl ActiveModelBehavior for ActiveModel {}
