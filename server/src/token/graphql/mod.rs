//! Reporting tools' keys in the schema.

mod list;
mod mutate;
mod object;
mod query;

pub use list::{ApiTokenOrder, ApiTokenOrderField, ApiTokenWhere};
pub use mutate::{CreateApiTokenInput, NewApiToken, TokenMutation};
pub use object::{ApiToken, TokenScope};
pub use query::TokenQuery;
