//! Mentors in the schema.

mod burden;
mod list;
mod mutate;
mod object;
mod query;

pub use list::{MentorOrder, MentorOrderField, MentorWhere};
pub use mutate::{MentorMutation, ReplaceMentorInput};
pub use object::{Mentor, MentorById};
pub use query::MentorQuery;
