//! Which letters have been returned to whom.

use super::Shelf;
use crate::Letter;

/// A letter, and the addresses for which it has been returned.
#[derive(Debug)]
pub(super) struct Kept {
    pub(super) letter: Letter,
    returned_for: Vec<String>,
}

impl Kept {
    pub(super) fn unread(letter: Letter) -> Self {
        Self {
            letter,
            returned_for: Vec::new(),
        }
    }

    fn awaits(&self, address: &str) -> bool {
        self.letter.is_to(address)
            && !self
                .returned_for
                .iter()
                .any(|returned| returned.eq_ignore_ascii_case(address))
    }
}

impl Shelf {
    /// The newest wanted letter not yet returned for this address, which it is from now on.
    pub(crate) fn take_newest_unread(
        &self,
        address: &str,
        wanted: impl Fn(&Letter) -> bool,
    ) -> Option<Letter> {
        let mut row = self.row();
        let kept = row
            .letters
            .iter_mut()
            .rev()
            .find(|kept| kept.awaits(address) && wanted(&kept.letter))?;
        kept.returned_for.push(address.to_owned());
        Some(kept.letter.clone())
    }
}
