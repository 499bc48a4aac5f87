//! The office's notes in the schema.

mod load;
mod mutate;
mod object;

pub use load::NotesOf;
pub use mutate::{AddApplicationNoteInput, CheckTeacherStatusInput, NoteMutation};
pub use object::{ApplicationNote, latest_check, remarks};
