//! The sign-in code of a letter.

use super::Letter;
use super::follow::urls;

const DIGITS: usize = 6;

impl Letter {
    /// The first group of exactly six digits in the text part. Digits within links do not count,
    /// nor do those that touch a letter or another digit.
    pub fn find_code(&self) -> Option<String> {
        let mut text = self.text();
        for range in urls(&text).into_iter().rev() {
            text.replace_range(range, " ");
        }
        text.split(|c: char| !c.is_alphanumeric())
            .find(|word| word.len() == DIGITS && word.bytes().all(|b| b.is_ascii_digit()))
            .map(str::to_owned)
    }

    /// Like [`Letter::find_code`], for a test that knows there is one.
    ///
    /// # Panics
    /// When there is none; the message shows the letter's text.
    pub fn code(&self) -> String {
        self.find_code().unwrap_or_else(|| {
            panic!(
                "no six-digit code in “{}” to {}:\n{}",
                self.subject(),
                self.to.join(", "),
                self.text()
            )
        })
    }
}
