//! Schools that participants work at.

pub mod form;
pub mod list;
pub mod pick;
pub mod queries;
