//! Names a letter to people.

use crate::Letter;

/// The subject, or words for its absence.
pub(super) fn name(letter: &Letter) -> String {
    let subject = letter.subject();
    if subject.is_empty() {
        return "(no subject)".to_owned();
    }
    subject
}
