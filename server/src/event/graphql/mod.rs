//! History in the schema.

mod object;
mod query;
mod words;

pub use object::{Event, TaskEvents};
pub use query::{EventQuery, Where};
pub use words::{ActorKind, EventKind};
