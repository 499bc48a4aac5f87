//! Letters in the schema.

mod list;
mod mutate;
mod object;
mod query;
mod words;

pub use list::{LetterOrder, LetterOrderField, LetterWhere};
pub use mutate::LetterMutation;
pub use object::{Letter, LetterPreview};
pub use query::LetterQuery;
pub use words::{LetterKind, LetterKindFilter, LetterState, LetterStateFilter};
