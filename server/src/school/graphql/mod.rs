//! Schools in the schema.

mod list;
mod mutate;
mod object;
mod query;

pub use list::{SchoolOrder, SchoolOrderField, SchoolWhere};
pub use mutate::{AddSchoolInput, SchoolMutation};
pub use object::{School, SchoolById};
pub use query::SchoolQuery;
