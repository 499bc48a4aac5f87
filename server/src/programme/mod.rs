//! Awards and the programmes, cohorts, groups and terms in which they are run. All of it is data.

mod add_group;
mod calendar;
mod edit_group;
mod grid;
mod group;
mod load;
mod read;
mod upcoming;

pub mod demo;
pub mod graphql;
pub mod scale;

pub use add_group::add_group;
pub use calendar::{
    Calendar, TERM_MONTHS, Terms, calendars, calendars_of, end_of_terms, limits, terms,
};
pub use edit_group::edit_group;
pub use grid::Point;
pub use group::{GroupDetails, WITHOUT_SEAT, places_spoken_for};
pub use load::load_awards;
pub use read::{awards, cohorts};
pub use upcoming::{Ahead, Course, Starts, courses, starts_of, starts_with};
