//! People who can sign in.

pub mod form;
pub mod list;
pub mod queries;
