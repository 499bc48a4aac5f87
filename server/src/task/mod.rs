//! School-based tasks: what a participant does at school, and how it stands.

mod life;
mod read;
mod reopen;
mod save;
mod submit;
mod take_back;
mod waive;
mod withdraw;

pub mod graphql;

pub use life::{Step, advance, next};
pub use read::{hash, outcome_codes, overdue, text_hash, without_texts};
pub use reopen::reopen;
pub use save::{Account, save};
pub use submit::submit;
pub use take_back::take_back;
pub use waive::waive;
pub use withdraw::withdraw;

use entity::task;

/// Everything that has to be there before a mentor can be asked, and what is missing.
pub const ACCOUNT_LIMIT: usize = 10_000;

/// What a participant may do with a task of theirs now, by its state alone.
pub fn open_to_writing(state: task::State) -> bool {
    use task::State::{Available, InProgress, Reopened, Returned};
    matches!(state, Available | InProgress | Returned | Reopened)
}
