//! Tokens with which a reporting tool reads the data.

pub mod form;
pub mod list;
pub mod queries;
pub mod revoke;
