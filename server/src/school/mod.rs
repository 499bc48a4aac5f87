//! Schools.

mod add;

pub mod graphql;

pub use add::{NewSchool, add};
