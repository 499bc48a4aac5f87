//! Reporting tools' keys in the schema.

mod mutate;
mod object;
mod query;

pub use mutate::{CreateApiTokenInput, NewApiToken, TokenMutation};
pub use object::{ApiToken, TokenScope};
pub use query::TokenQuery;
