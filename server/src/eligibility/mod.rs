//! Whether an award is for somebody: told answers become circumstances, circumstances become one code, and from the code
//! follows everything else. The numbers and days are the award's.
//!
//! An arm for "everything else" would hide a combination that nobody has thought of, so there is none.
#![deny(
    clippy::wildcard_enum_match_arm,
    clippy::match_wildcard_for_single_variants
)]

mod check;
mod circumstances;
mod code;
mod decide;
mod explain;
mod told;

pub mod graphql;

pub use check::{Decision, check};
pub use circumstances::{Circumstances, Membership, Post, Role, Rules, Status};
pub use code::{Code, Follows, Route, Verdict};
pub use decide::decide;
pub use explain::{Explanation, explain};
pub use told::Told;
