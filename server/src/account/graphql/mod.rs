//! Signing in and out, and who one is, in the schema.

mod cookie;
mod me;
mod mutate;
mod query;
mod session;
mod welcome;

pub use me::Me;
pub use mutate::{
    AccountMutation, RequestSignInInput, SignInByLinkInput, SignInInput, SignInRequested,
};
pub use query::{AccountQuery, SignInLink};
pub use session::Session;
pub(crate) use welcome::limited;
