//! Who of a cohort's applicants goes into which of its groups: a proposal for all of them at once, and the offers that
//! come of it.

mod board;
mod offer;
mod propose;
mod read;

pub mod graphql;

pub use offer::{MOST_OFFERS, Offering, offer_all};
pub use propose::{Nowhere, Room, Wish, propose};
pub use read::{Allocation, Blocked, Candidate, Seats, allocation};
