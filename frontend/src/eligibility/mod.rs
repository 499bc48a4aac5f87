//! "Is this award for you?": a few questions before anybody signs in. The answers stand in the address, so that going
//! back works and a link to the result can be kept; nothing is sent before the last one.

mod ask;
mod page;
mod question;
mod result;

pub use page::page;
