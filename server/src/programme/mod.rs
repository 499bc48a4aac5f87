//! Awards and the programmes, cohorts, groups and terms in which they are run. All of it is data.

mod add_group;
mod calendar;
mod load;
mod read;
mod upcoming;

pub mod demo;
pub mod graphql;
pub mod scale;

pub use add_group::{NewGroup, add_group};
pub use calendar::{TERM_MONTHS, Terms, calendars, end_of_terms, limits, terms};
pub use load::load_awards;
pub use read::{awards, cohorts};
pub use upcoming::{Ahead, Course, Starts, courses, starts_of, starts_with};
