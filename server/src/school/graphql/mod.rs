//! Schools in the schema.

mod mutate;
mod object;
mod query;

pub use mutate::{AddSchoolInput, SchoolMutation};
pub use object::{School, SchoolById};
pub use query::SchoolQuery;
