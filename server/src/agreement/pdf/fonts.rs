//! The typeface, and which letters it has.

use std::sync::Arc;

use krilla::text::Font;
use parley::fontique::{Blob, Collection, CollectionOptions, SourceCache};
use parley::{FontContext, FontData};
use skrifa::charmap::Charmap;
use skrifa::{FontRef, MetadataProvider as _};
use unicode_normalization::UnicodeNormalization as _;

use crate::error::Result;

/// What the fonts call themselves.
pub const FAMILY: &str = "DejaVu Sans";

/// Stands for a letter that the typeface does not have.
pub const MISSING: char = '\u{fffd}';

/// The regular and the bold font. They come with the program: what a machine has installed must not show in a document.
pub struct Fonts {
    pub context: FontContext,
    maps: Vec<Charmap<'static>>,
    known: Vec<(u64, Font)>,
}

impl Fonts {
    /// # Errors
    /// Fonts that cannot be read.
    pub fn open() -> Result<Self> {
        let mut collection = Collection::new(CollectionOptions {
            shared: false,
            system_fonts: false,
        });
        let (mut maps, mut known) = (Vec::new(), Vec::new());
        for bytes in [dejavu::sans::regular(), dejavu::sans::bold()] {
            let unreadable = || anyhow::anyhow!("a font of the program cannot be read");
            let blob = Blob::new(Arc::new(bytes));
            let font = Font::new(bytes.into(), 0).ok_or_else(unreadable)?;
            known.push((blob.id(), font));
            maps.push(FontRef::new(bytes).map_err(|_| unreadable())?.charmap());
            collection.register_fonts(blob, None);
        }
        Ok(Self {
            context: FontContext {
                collection,
                source_cache: SourceCache::default(),
            },
            maps,
            known,
        })
    }

    /// The font that a line was set in.
    pub fn of(&self, set_in: &FontData) -> Option<&Font> {
        let id = set_in.data.id();
        let found = self.known.iter().find(|(known, _)| *known == id);
        found.map(|(_, font)| font)
    }

    /// The text on one line as it can be shown: letters that the typeface does not have become [`MISSING`], and what has
    /// no shape, such as what turns the direction of writing around, is left out.
    pub fn shown(&self, text: &str) -> String {
        let mut shown = String::with_capacity(text.len());
        for letter in text.nfc() {
            if letter.is_whitespace() {
                shown.push(' ');
            } else if has_shape(letter) {
                let is_there = self.has(letter) || letter.nfd().all(|part| self.has(part));
                shown.push(if is_there { letter } else { MISSING });
            }
        }
        shown
    }

    /// The letters of a text that the typeface does not have, each once.
    pub fn missing(&self, text: &str) -> Vec<String> {
        let mut missing = Vec::new();
        for letter in text.nfc().filter(|letter| *letter != MISSING) {
            let letter = letter.to_string();
            if self.shown(&letter).contains(MISSING) && !missing.contains(&letter) {
                missing.push(letter);
            }
        }
        missing
    }

    fn has(&self, letter: char) -> bool {
        !is_private(letter) && self.maps.iter().all(|map| map.map(letter).is_some())
    }
}

/// Whether the letter is to be seen at all.
fn has_shape(letter: char) -> bool {
    let is_hidden = matches!(
        letter,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
            | '\u{fff0}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}'
    );
    !letter.is_control() && !is_hidden
}

/// Whether everybody means something else by it.
fn is_private(letter: char) -> bool {
    matches!(letter, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_europe_and_beyond_have_their_letters() {
        let fonts = Fonts::open().expect("fonts");
        for name in [
            "Siân Llŷr ap Gŵyn",
            "Łucja Żółć-Wiśniewska",
            "Nguyễn Thị Hồng Ánh",
            "Γιώργος Παπαδόπουλος",
            "Наталія Їжакевич",
            "Bjørn Þórðarson, Ðorđe Šćepanović",
            "יעל",
            "محمد",
            "\u{fffd}",
        ] {
            assert_eq!(fonts.shown(name), name.nfc().collect::<String>());
        }
    }

    #[test]
    fn what_has_no_letter_is_seen_to_be_missing() {
        let fonts = Fonts::open().expect("fonts");
        assert_eq!(fonts.shown("王小明"), "\u{fffd}\u{fffd}\u{fffd}");
        assert_eq!(fonts.shown("A\u{202e}d\u{0}a\u{feff}"), "Ada");
        assert_eq!(fonts.shown("A\r\n\tB\u{2028}C"), "A   B C");
        assert_eq!(fonts.shown("\u{e123}"), "\u{fffd}");
        // A mark of its own joins the letter before it.
        assert_eq!(fonts.shown("e\u{301}"), "é");
    }
}
