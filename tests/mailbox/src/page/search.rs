//! Which letters are asked for.

use serde::Deserialize;

use crate::Letter;
use crate::shelf::Shelf;

/// The query of the list and of the JSON export.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Search {
    /// Part of a recipient, the sender or the subject; case does not matter.
    pub(super) q: String,
    /// Page of the list, from 1; whatever is no number is the first.
    pub(super) page: String,
}

impl Search {
    /// What is looked for, without blanks around it.
    pub(super) fn words(&self) -> &str {
        self.q.trim()
    }

    /// The letters that match, newest first.
    pub(super) fn matches(&self, shelf: &Shelf) -> Vec<Letter> {
        let words = self.words().to_lowercase();
        let mut letters = shelf.letters();
        letters.reverse();
        if !words.is_empty() {
            letters.retain(|letter| contains(letter, &words));
        }
        letters
    }
}

fn contains(letter: &Letter, words: &str) -> bool {
    letter.to.iter().any(|to| to.to_lowercase().contains(words))
        || letter.from.to_lowercase().contains(words)
        || letter.subject().to_lowercase().contains(words)
}
