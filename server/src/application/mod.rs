//! Applications: somebody asks for a place in a cohort, and what comes of it.

mod accept;
mod begin;
mod capacity;
mod case;
mod check;
mod eligible;
mod end;
mod expire;
mod letters;
mod life;
mod offer;
mod read;
mod remind;
mod save;
mod submit;
mod tell;

pub mod graphql;
pub mod needs;

pub use accept::accept;
pub use begin::begin;
pub use capacity::capacity;
pub use case::{Case, Topic, case};
pub use check::Written;
pub use eligible::eligible;
pub use end::{reject, withdraw};
pub use expire::expire;
pub use letters::render;
pub use life::{Step, advance, next};
pub use offer::offer;
pub use read::{Surroundings, calendars, is_open, surroundings};
pub use remind::remind;
pub use save::save;
pub use submit::submit;
pub use tell::to_applicant;
use tell::write_to;
