//! The harness: a whole portal for each test, and the people who use it.
//!
//! ```no_run
//! # async fn example() {
//! use tests::Portal;
//!
//! let portal = Portal::start().await;
//! let ada = portal.participant("Ada").await;
//! let task = ada.asks_approval_of("policy_review").await;
//! let link = portal.link_to(&ada.mentor.email).await;
//! portal.follow(&link).await.approves("Grace Mentor").await;
//! assert!(ada.sees(task).await.is_approved());
//! # }
//! ```
//!
//! Everything is real: the database (a file of SQLite, or PostgreSQL where `TEST_DATABASE_URL` names a server), HTTP on
//! a free port, letters over SMTP. Only time is not: it stands at [`START`] and goes on as tests move it. Tests need a
//! runtime of several threads, since a portal that is dropped looks after its letters:
//! `#[tokio::test(flavor = "multi_thread", worker_threads = 2)]`.

mod autumn;
pub mod browser;
mod close;
mod database;
mod dump;
mod link_page;
mod log;
mod paper;
mod people;
mod portal;
mod program;
mod programme;
pub mod school_list;
mod start;

pub use autumn::Autumn;
pub use browser::Browser;
pub use database::Database;
pub use dump::Dump;
pub use link_page::{Asked, LinkPage, approval, refusal};
pub use log::log;
pub use paper::{Form, picture, scan};
pub use people::{
    Answer, Applicant, Enrolling, Mentor, Participant, Person, Seen, Signatory, TaskId, Visitor,
};
pub use portal::Portal;
pub use program::{Program, until};
pub use programme::Programme;
pub use school_list::SchoolList;
pub use start::START;
