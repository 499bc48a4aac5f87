//! Mentors in the schema.

mod burden;
mod mutate;
mod object;
mod query;

pub use mutate::{MentorMutation, ReplaceMentorInput};
pub use object::{Mentor, MentorById};
pub use query::MentorQuery;
