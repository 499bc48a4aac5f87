//! Showing anybody that a signed agreement is genuine: by its code, without an account, and without naming anybody.

mod code;
mod find;
mod pages;

pub use code::Code;
pub use pages::routes;

/// Where codes are looked up.
pub const PLACE: &str = "/verify";
