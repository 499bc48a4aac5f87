//! School-based mentors: named by the school, reached by letters, without an account.

mod end;
mod nominate;
mod replace;

pub mod graphql;

pub use end::end;
pub use nominate::{Fields, Nomination, appoint, await_answer, find_or_add, nominate};
pub use replace::replace;
