//! Letters of the programme office to many at once: one message, and a letter of its own to each of those whom it is for.

mod letters;
mod message;
mod reached;
mod recipients;
mod send;

pub mod graphql;

pub use letters::{preview, render};
pub use message::Message;
pub use recipients::{LeftOut, Recipient, Recipients, Why, recipients};
pub use send::{Mailing, send, too_many};

/// Applications that one mailing can be about.
pub const MOST: usize = 500;
