//! The statutory clock: by when a SENCO must hold the award, and whether they will.
//!
//! The Special Educational Needs and Disability Regulations 2014, regulation 49, ask for the award by the third
//! anniversary of the appointment, of whoever was appointed after 1 September 2009. Who was appointed on 29 February has
//! until 28 February: the anniversary must not fall after the three years. An award that is closing counts only if it is
//! completed before a day of its own, and then that day rules if it comes first. Every number and day is the award's.
//!
//! [`Clock`] is what reports tell of many; [`Outlook`] what a person is shown: before applying, before joining a later
//! cohort, and under way.

mod clock;
mod join;
mod outlook;
mod start;

pub mod graphql;

pub use clock::{Clock, Risk, deadline};
pub use join::{Joining, joining};
pub use outlook::{Later, Outlook};
pub use start::latest_start;
