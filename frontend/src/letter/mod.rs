pub mod list;
pub mod page;
pub mod queries;
