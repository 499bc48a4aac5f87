//! The pieces that pages are made of: GOV.UK Frontend's patterns as functions and components.

pub mod answer;
pub mod banner;
pub mod button;
pub mod chips;
pub mod choice;
pub mod code;
pub mod confirm;
pub mod date_input;
pub mod errors;
pub mod field;
pub mod filter;
pub mod form;
pub mod frame;
pub mod heading;
pub mod keep;
pub mod listing;
pub mod next;
pub mod pager;
pub mod picture;
pub mod state;
pub mod summary;
pub mod table;
pub mod tag;
pub mod when;
