//! People in the schema.

mod mutate;
mod object;
mod query;

pub use mutate::{AddPersonInput, PersonMutation};
pub use object::{Person, PersonById, Role, RolesOf};
pub use query::{PersonQuery, Where};
