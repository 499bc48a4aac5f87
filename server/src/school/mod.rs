//! Schools: those of the national list, and those that somebody entered because they are not on it.

mod add;
mod add_unlisted;
mod check;
mod fresh;
mod import;
mod search;
pub mod words;

pub mod graphql;

pub use add::{NewSchool, add};
pub use add_unlisted::{UnlistedSchool, add_unlisted};
pub use check::{REFERENCES, check};
pub use fresh::fresh;
pub use import::{Done, Linked, Told, import, link};
pub use search::{find, fits, open_first};
