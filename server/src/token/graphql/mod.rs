//! Reporting tools' keys in the schema.

mod address;
mod list;
mod mutate;
mod object;
mod query;
mod usage;

pub use address::{
    AddressMutation, CreateReportAddressInput, NewReportAddress, ReportAddress, ReportFormat,
};
pub use list::{ApiTokenOrder, ApiTokenOrderField, ApiTokenWhere};
pub use mutate::{CreateApiTokenInput, NewApiToken, TokenMutation};
pub use object::{ApiToken, TokenScope, TokenState};
pub use query::TokenQuery;
pub use usage::ApiTokenUse;
