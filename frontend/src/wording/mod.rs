//! The words that schools sign: their versions, and writing the next one.

pub mod list;
pub mod page;
mod queries;
mod shown;
mod try_out;
pub mod write;
