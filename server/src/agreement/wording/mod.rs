//! Versions of the words that schools sign, as administrators write them. A version never changes once it is there: the
//! next one is asked for from then on, and whoever was asked before goes on with theirs.

mod check;
mod compare;
mod example;
mod publish;
mod read;

pub mod graphql;

pub use check::{Checked, check, warnings};
pub use compare::{Line, Word, compare};
pub use example::example;
pub use publish::{NewText, publish};
pub use read::{Setting, Uses, settings, settings_of, uses};
