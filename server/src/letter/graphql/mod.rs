//! Letters in the schema.

mod mutate;
mod object;
mod query;
mod words;

pub use mutate::LetterMutation;
pub use object::{Letter, LetterPreview};
pub use query::{LetterQuery, Where};
pub use words::{LetterKind, LetterState};
