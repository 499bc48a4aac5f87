//! Awards and the programmes, cohorts, groups and terms in which they are run. All of it is data.

mod add_group;
mod calendar;
mod load;
mod read;

pub mod demo;
pub mod graphql;
pub mod scale;

pub use add_group::{NewGroup, add_group};
pub use calendar::{Terms, calendars, end_of_terms, limits, terms};
pub use load::load_awards;
pub use read::{awards, cohorts};
