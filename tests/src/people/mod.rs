//! The people of a programme, each with a browser of their own.

mod answer;
mod applicant;
mod asking;
mod aspiring;
mod by_letter;
mod deferring;
mod enrolling;
mod group;
mod participant;
mod person;
mod school;
mod seen;
mod visitor;

pub use answer::Answer;
pub use applicant::{Applicant, Signatory};
pub use enrolling::{Enrolling, Mentor};
pub use participant::{Participant, TaskId};
pub use person::Person;
pub use seen::Seen;
pub use visitor::Visitor;
