//! The school's word: somebody signs for the school that it supports an applicant, and names the mentor.

mod answer;
mod chase;
mod check;
mod close;
mod file;
mod letters;
mod life;
mod link;
mod name_mentor;
mod pages;
mod pdf;
mod proof;
pub mod question;
mod replace;
mod reread;
mod resend;
mod review;
mod scan;
mod send;
mod settle;
mod shown;
mod sign;
mod text;
pub mod wording;

pub mod graphql;

pub use answer::{decline, hand_on};
pub use chase::chase;
pub use check::check;
pub use close::{close, standing};
pub use file::{download, make_file, make_files};
pub use letters::{prepare, render};
pub use life::{Step, is_open, next};
pub use link::address;
pub use name_mentor::{Naming, name_mentor};
pub use pages::{paper, routes};
pub use proof::{PLACE as PROOF_PLACE, routes as proof_routes};
pub use replace::replace;
pub use resend::{renew, resend, resend_from};
pub use review::Answered;
pub use scan::{
    Received, Sending, accept as accept_scan, download as download_scan, look_over,
    reject as reject_scan, send as send_scan,
};
pub use send::{Signatory, send};
pub use settle::settle;
pub use shown::shown;
pub use sign::{Signed, Signing, sign};
pub use text::{Block, Words, current, newest, shipped, words};
