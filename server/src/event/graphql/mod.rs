//! History in the schema.

mod list;
mod object;
mod query;
mod words;

pub use list::{EventOrder, EventOrderField, EventWhere};
pub use object::{Event, TaskEvents};
pub use query::EventQuery;
pub use words::{ActorKind, ActorKindFilter, EventKind, EventKindFilter};
