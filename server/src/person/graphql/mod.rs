//! People in the schema.

mod list;
mod mutate;
mod object;
mod query;

pub use list::{PersonOrder, PersonOrderField, PersonWhere, RoleFilter};
pub use mutate::{AddPersonInput, PersonMutation};
pub use object::{Person, PersonById, Role, RolesOf};
pub use query::PersonQuery;
