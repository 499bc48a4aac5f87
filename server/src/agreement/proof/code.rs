//! The code that stands on a signed agreement.

use uuid::Uuid;

use crate::access::Keys;

/// Digits and letters without those that are taken for each other when they are read aloud or copied by hand.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Five bits each: 100 bits cannot be guessed.
const LENGTH: usize = 20;
/// Between breaths.
const GROUP: usize = 4;
/// Nobody types more, with whatever between the groups.
const LONGEST: usize = 100;

/// The code of one signed agreement. A code opens no door: it shows that the agreement is genuine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code(String);

impl Code {
    /// The code of an agreement, the same at each time.
    pub fn of(keys: &Keys, agreement: Uuid) -> Self {
        let mut bits = keys.mark(agreement);
        let letters = (0..LENGTH).map(|_| {
            let letter = ALPHABET[(bits & 31) as usize];
            bits >>= 5;
            char::from(letter)
        });
        Self(letters.collect())
    }

    /// What somebody typed, in whatever case and with whatever between the groups; none if it cannot be a code. The
    /// letters that are no part of codes are read as the digits that they look like.
    pub fn typed(text: &str) -> Option<Self> {
        if text.len() > LONGEST {
            return None;
        }
        let mut read = String::with_capacity(LENGTH);
        for letter in text.chars().filter(|letter| !is_between(*letter)) {
            let letter = match letter.to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                letter => letter,
            };
            let is_known = u8::try_from(letter).is_ok_and(|letter| ALPHABET.contains(&letter));
            if !is_known {
                return None;
            }
            read.push(letter);
        }
        (read.len() == LENGTH).then_some(Self(read))
    }

    /// As it is kept.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// As it is shown: "7K3M-9QXT-…".
    pub fn grouped(&self) -> String {
        let groups = self.0.as_bytes().chunks(GROUP);
        let groups: Vec<_> = groups.map(String::from_utf8_lossy).collect();
        groups.join("-")
    }
}

/// Blanks, and every kind of stroke that programs make of a hyphen.
fn is_between(letter: char) -> bool {
    letter.is_whitespace()
        || matches!(
            letter,
            '-' | '\u{ad}' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '.' | '_'
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code() -> Code {
        let keys = Keys::new("a secret of at least thirty-two characters");
        Code::of(&keys, Uuid::from_u128(7))
    }

    #[test]
    fn a_code_is_read_however_it_is_typed() {
        let grouped = code().grouped();
        assert_eq!(grouped.len(), LENGTH + 4);
        let spaced = grouped.replace('-', " – ");
        for typed in [
            code().as_str().to_owned(),
            grouped.to_lowercase(),
            format!("  {spaced}\n"),
            grouped.replace('0', "o").replace('1', "l"),
            grouped.replace('1', "I"),
        ] {
            assert_eq!(Code::typed(&typed), Some(code()), "{typed}");
        }
        assert_eq!(Code::typed(&grouped), Some(code()));
    }

    #[test]
    fn what_cannot_be_a_code_is_none() {
        let short = &code().grouped()[1..];
        let long = format!("{}0", code().grouped());
        let endless = "-".repeat(10_000);
        for typed in ["", short, &long, "UUUU-UUUU-UUUU-UUUU-UUUU", "é", &endless] {
            assert_eq!(Code::typed(typed), None, "{typed}");
        }
    }

    #[test]
    fn agreements_have_codes_of_their_own() {
        let keys = Keys::new("a secret of at least thirty-two characters");
        let other = Keys::new("another secret, just as long as that");
        let one = Uuid::from_u128(1);
        assert_ne!(Code::of(&keys, one), Code::of(&keys, Uuid::from_u128(2)));
        assert_ne!(Code::of(&keys, one), Code::of(&other, one));
    }
}
