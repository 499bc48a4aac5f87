//! Keys for reporting tools: what they open, what they use, and the addresses of report files that stand for them.

mod address;
mod charge;
mod clear;
mod create;
mod flush;
mod read;
mod recognise;
mod revoke;

pub mod graphql;

pub use address::{Address, NewAddress, add_address, file, revoke_address};
pub use charge::{charge, charge_more};
pub use clear::clear_uses;
pub use create::{NewToken, create};
pub use flush::{flush, keep_books};
pub use read::{DayOfUse, State, all, expires_on, find, uses};
pub use recognise::{Recognised, actor_of, recognise, recognise_address};
pub use revoke::revoke;
