//! What changed since somebody last looked, and what is gone, so that a copy can follow without being read anew.
//!
//! Triggers write the changes down (see the migration), within the transaction that makes them. On PostgreSQL a transaction
//! that began earlier may commit later; so changes are handed out in the order of the transactions' numbers, and only up
//! to the oldest that is still open: none can come behind a cursor. In SQLite writers are serial.

mod clear;
mod cursor;
mod order;
mod read;
mod record;

pub mod graphql;

pub use clear::clear;
pub use read::{Changed, News, news};
