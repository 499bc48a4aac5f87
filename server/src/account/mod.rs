//! Signing in and out. There are no passwords: a letter proves who reads the mailbox.

mod ask;
mod letters;
mod limit;
mod read;
mod session;
mod sign_in;
mod sign_out;

pub mod graphql;

pub use ask::{Asked, ask, print_link, register};
pub use letters::render;
pub use limit::Limiter;
pub use read::{open_sessions, own_enrolments, person};
pub use session::{Visit, cookie_name, recognise, sign_in_cookie_name};
pub use sign_in::{SignedIn, link_target, sign_in_by_code, sign_in_by_link, sign_in_link};
pub use sign_out::{end, sign_out, sign_out_everywhere};
