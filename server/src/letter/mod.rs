//! Letters as the office looks at them: what went, what did not, and one more try.

mod read;
mod retry;

pub mod graphql;

pub use read::find;
pub use retry::retry;
