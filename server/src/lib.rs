//! The portal for teacher-training awards: GraphQL for the app and for reporting tools, link pages for people who hold
//! an e-mail link, letters that go by themselves. `ARCHITECTURE.md` has the map.

// What everything stands on.
pub mod clock;
pub mod config;
pub mod database;
pub mod error;
pub mod ledger;
pub mod portal;
pub mod tx;
pub mod words;

// Who may do what, what happened, what is sent.
pub mod access;
pub mod bundle;
pub mod chase;
pub mod event;
pub mod outbox;
pub mod page;
pub mod reading;
pub mod stationery;
pub mod upload;

// The things of the programme.
pub mod account;
pub mod agreement;
pub mod allocation;
pub mod application;
pub mod approval;
pub mod change;
pub mod eligibility;
pub mod enrolment;
pub mod invitation;
pub mod letter;
pub mod mailing;
pub mod mentor;
pub mod note;
pub mod partner;
pub mod person;
pub mod programme;
pub mod school;
pub mod statutory;
pub mod task;
pub mod token;

// What people count.
pub mod report;

// The doors.
pub mod endpoint;
pub mod http;
pub mod post;
pub mod schema;
pub mod serve;
