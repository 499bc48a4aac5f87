//! Keys for reporting tools.

mod create;
mod recognise;
mod revoke;

pub mod graphql;

pub use create::{NewToken, create};
pub use recognise::{Recognised, recognise};
pub use revoke::revoke;
