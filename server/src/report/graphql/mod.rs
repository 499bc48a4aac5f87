//! Reports in the schema. Their types are no Rust types: they are registered from the definitions, and answered by them.

mod info;
mod meta;
mod query;
mod read;
mod register;
mod write;

pub use info::{ColumnInfo, ReportInfo};
pub use query::{ReportQuery, Reports};
