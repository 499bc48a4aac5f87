//! Schools.

mod add;
mod read;

pub mod graphql;

pub use add::{NewSchool, add};
pub use read::schools;
