//! Signing in, and the sessions that are open.

pub mod link;
pub mod page;
pub mod queries;
pub mod sign_in;
