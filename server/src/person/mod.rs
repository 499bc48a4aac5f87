//! People who can sign in, and the pieces of identity that every form asks for.

mod add;
mod address;

pub mod graphql;

pub use add::{NewPerson, add, find, find_or_add, give_role};
pub use address::{Address, is_same_mailbox, masked, masked_within, named, shown_to};
