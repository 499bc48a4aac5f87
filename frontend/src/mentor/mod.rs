//! Mentors: they act by the link in a letter and never sign in.

pub mod list;
pub mod queries;
pub mod replace;
