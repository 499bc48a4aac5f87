//! Changes in the schema.

mod object;
mod query;
mod words;

pub use object::{Change, Changes};
pub use query::ChangeQuery;
pub use words::ChangedThing;
