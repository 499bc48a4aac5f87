//! What the office notes down about an application: remarks, and that it has seen the applicant's teacher status. Nobody
//! else reads it, and nothing of it is ever changed.

mod write;

pub mod graphql;

pub use write::{check_status, write};
