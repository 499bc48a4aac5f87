//! School-based mentors: named by the school, reached by letters, without an account.

mod nominate;
mod replace;

pub mod graphql;

pub use nominate::{Fields, Nomination, appoint, await_answer, find_or_add, nominate};
pub use replace::replace;
