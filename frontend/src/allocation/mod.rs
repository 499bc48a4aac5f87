//! A whole cohort's places at once: who is ready, a proposal for everybody, and the offers.

mod begin;
mod board;
mod offer;
mod page;
mod picture;
mod queries;
mod rows;

pub use begin::page as cohorts;
pub use page::page;
