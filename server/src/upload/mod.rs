//! Files that strangers send. Nothing that a browser says of a file is believed: what it is, is read from its bytes.
//! Pictures are drawn anew, so that nothing of the file itself stays; of PDFs only those are kept that hold still. Nobody
//! sees a file before the scanner has, where there is one.

mod form;
mod hidden;
mod keep;
mod pdf;
mod picture;
mod refused;
mod scanner;

pub use form::{Sent, receive};
pub use keep::{Kept, keep};
pub use refused::Refused;
pub use scanner::{Verdict, look_at, say_whether};

/// The longest file.
pub const MOST_BYTES: usize = 10 * 1024 * 1024;
/// More pages than an agreement has.
pub const MOST_PAGES: usize = 30;

#[cfg(test)]
mod tests;
