//! The next letter for somebody, which may still be on its way.
//!
//! "Next" means: the newest letter to that address which neither [`Mailbox::letter_to`] nor
//! [`Mailbox::letter_about`] has returned for that address before. An older unread letter is
//! therefore returned by a later call; where several may be waiting, name the subject. A letter to
//! two people can be returned once for each of them.

use tokio::time::timeout;

use crate::{Letter, Mailbox};

impl Mailbox {
    /// The next letter to this address. Waits for it up to [`Settings::patience`].
    ///
    /// [`Settings::patience`]: crate::Settings::patience
    ///
    /// # Panics
    /// When none came in time; the message lists what did arrive.
    pub async fn letter_to(&self, address: &str) -> Letter {
        self.letter_about(address, "").await
    }

    /// The next letter to this address whose subject contains this part. Waits like
    /// [`Mailbox::letter_to`].
    ///
    /// # Panics
    /// When none came in time; the message lists what did arrive.
    pub async fn letter_about(&self, address: &str, subject_part: &str) -> Letter {
        match timeout(self.settings.patience, self.arrival(address, subject_part)).await {
            Ok(letter) => letter,
            Err(_) => panic!(
                "no new letter to {address} with “{subject_part}” in its subject within {:?}; {}",
                self.settings.patience,
                self.inventory(),
            ),
        }
    }

    async fn arrival(&self, address: &str, subject_part: &str) -> Letter {
        // Subscribed before the first look, so that no arrival falls between look and wait.
        let mut arrivals = self.shelf.arrivals();
        loop {
            arrivals.borrow_and_update();
            let found = self.shelf.take_newest_unread(address, |letter| {
                subject_part.is_empty() || letter.subject().contains(subject_part)
            });
            if let Some(letter) = found {
                return letter;
            }
            arrivals
                .changed()
                .await
                .expect("the shelf lives as long as the handle that waits");
        }
    }

    fn inventory(&self) -> String {
        let letters = self.letters();
        if letters.is_empty() {
            return "nothing arrived at all".to_owned();
        }
        let lines = letters.iter().map(|letter| {
            format!(
                "\n  {}. to {}: {}",
                letter.number,
                letter.to.join(", "),
                letter.subject()
            )
        });
        format!(
            "what arrived (some may have been returned before):{}",
            lines.collect::<String>()
        )
    }
}
