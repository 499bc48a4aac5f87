//! Allocation in the schema.

mod mutate;
mod object;
mod query;

pub use mutate::AllocationMutation;
pub use object::{Allocation, Blocked, Candidate, NowhereReason, OfferResult, Seats};
pub use query::AllocationQuery;
