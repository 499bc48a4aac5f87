//! School-based mentors: named by the school, reached by letters, without an account.

mod nominate;
mod replace;

pub mod graphql;

pub use nominate::{Fields, Nomination, nominate};
pub use replace::replace;
