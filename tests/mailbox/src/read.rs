//! What has arrived so far.

use crate::{Letter, Mailbox};

impl Mailbox {
    /// Every letter kept, oldest first: the order in which they were accepted.
    pub fn letters(&self) -> Vec<Letter> {
        self.shelf.letters()
    }

    /// The letters whose envelope names this address (case does not matter), oldest first.
    pub fn letters_to(&self, address: &str) -> Vec<Letter> {
        let mut letters = self.letters();
        letters.retain(|letter| letter.is_to(address));
        letters
    }

    /// How many letters are kept.
    pub fn count(&self) -> usize {
        self.shelf.count()
    }

    /// Throws every letter away. Faults stay, and numbers are not given twice.
    pub fn clear(&self) {
        self.shelf.clear();
    }
}
