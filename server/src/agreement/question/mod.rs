//! What a signatory asks the office before answering for the school. Asking is neither yes nor no. A question outlives its
//! asking: the office can still answer whoever signed or handed on meanwhile, or close it with a reason.

mod ask;
mod read;
mod settle;

pub mod graphql;

pub use ask::ask;
pub use read::{answered_by, of_agreement};
pub use settle::{answer, close};
