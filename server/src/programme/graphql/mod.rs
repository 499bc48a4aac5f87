//! Awards, cohorts and groups in the schema.

mod award;
mod cohort;
mod group;
mod list;
mod mutate;
mod outcome;
mod query;

pub use award::{Award, OutcomesOf};
pub use cohort::{Cohort, CohortById, CourseOf, StartsWith};
pub use group::{Group, GroupById, Mode, StateCount};
pub use list::{GroupModeFilter, GroupOrder, GroupOrderField, GroupWhere};
pub use mutate::{AddGroupInput, EditGroupInput, ProgrammeMutation};
pub use outcome::Outcome;
pub use query::ProgrammeQuery;
