pub mod dashboard;
pub mod list;
pub mod queries;
