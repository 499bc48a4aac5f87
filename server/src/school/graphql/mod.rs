//! Schools in the schema.

mod found;
mod list;
mod mutate;
mod object;
mod query;
mod words;

pub use found::FoundSchool;
pub use list::{SchoolOrder, SchoolOrderField, SchoolWhere};
pub use mutate::{AddSchoolInput, AddUnlistedSchoolInput, CheckSchoolInput, SchoolMutation};
pub use object::{School, SchoolById};
pub use query::SchoolQuery;
pub use words::{SchoolStatus, SchoolStatusFilter};
