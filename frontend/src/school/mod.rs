//! Schools that participants work at, and finding one among all of the country.

pub mod check;
pub mod chosen;
pub mod form;
mod keys;
pub mod list;
mod options;
pub mod queries;
pub mod search;
mod unlisted;
