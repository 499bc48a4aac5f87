//! The tables, one file each: rows as they lie in the database, with no rule and no wire format.

pub mod api_token;
pub mod approval_request;
pub mod award;
pub mod cohort;
pub mod enrolment;
pub mod event;
pub mod event_seal;
pub mod letter;
pub mod mentor;
pub mod mentorship;
pub mod outcome;
pub mod person;
pub mod person_role;
pub mod programme;
pub mod report_address;
pub mod school;
pub mod session;
pub mod sign_in;
pub mod task;
pub mod task_outcome;
pub mod task_template;
pub mod template_outcome;
pub mod term;
pub mod token_use;
pub mod training_group;
