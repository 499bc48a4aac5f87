//! A signature on paper: the words are printed, signed by hand, and a scan or photo of them is sent in by whoever holds the
//! link, or by the office if it came by post. It counts once an administrator has accepted it.

mod accept;
mod blank;
mod close;
mod download;
mod life;
mod look_over;
mod read;
mod reject;
mod send;

pub use accept::accept;
pub(super) use blank::blank;
pub(super) use close::close;
pub use download::download;
pub use look_over::look_over;
pub(super) use read::{latest, of_signature, reference};
pub use reject::reject;
pub(super) use send::not_too_many;
pub use send::{Received, Sending, send};
