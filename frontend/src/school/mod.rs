//! Schools that participants work at, and finding one among all of the country.

pub mod check;
pub mod chosen;
pub mod form;
pub mod list;
mod options;
pub mod queries;
pub mod search;
mod unlisted;
