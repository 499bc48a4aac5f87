//! The links of a letter.

use std::ops::Range;

use super::Letter;

/// How the paths of links begin that let their holder act.
const ACTING: [&str; 3] = ["/l/", "/agreement/", "/invitation/"];

impl Letter {
    /// Every http and https URL in the text part, in order.
    pub fn links(&self) -> Vec<String> {
        let text = self.text();
        urls(&text)
            .into_iter()
            .map(|range| text[range].to_owned())
            .collect()
    }

    /// The first link that lets its holder act, by the way its path begins.
    pub fn find_link(&self) -> Option<String> {
        self.links()
            .into_iter()
            .find(|link| ACTING.iter().any(|begin| path(link).starts_with(begin)))
    }

    /// Like [`Letter::find_link`], for a test that knows there is one.
    ///
    /// # Panics
    /// When there is none; the message shows the letter's text.
    pub fn link(&self) -> String {
        self.find_link().unwrap_or_else(|| {
            panic!(
                "no link that lets its holder act in “{}” to {}:\n{}",
                self.subject(),
                self.to.join(", "),
                self.text()
            )
        })
    }
}

/// Where the URLs of a text are. Punctuation that ends a sentence, and a bracket that was opened
/// before the URL, do not belong to it.
pub(crate) fn urls(text: &str) -> Vec<Range<usize>> {
    // Lower-casing ASCII alone keeps every position.
    let lower = text.to_ascii_lowercase();
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(offset) = lower[from..].find("http") {
        let start = from + offset;
        from = start + "http".len();
        let Some(scheme) = ["http://", "https://"]
            .into_iter()
            .find(|scheme| lower[start..].starts_with(scheme))
        else {
            continue;
        };
        let end = start + without_trailing_marks(up_to_delimiter(&text[start..])).len();
        if end > start + scheme.len() {
            found.push(start..end);
            from = end;
        }
    }
    found
}

fn up_to_delimiter(text: &str) -> &str {
    let ends = |c: char| c.is_whitespace() || c.is_control() || r#"<>"`{}|\^"#.contains(c);
    text.split(ends).next().unwrap_or_default()
}

fn without_trailing_marks(mut url: &str) -> &str {
    loop {
        let Some(last) = url.chars().next_back() else {
            return url;
        };
        let opening = match last {
            '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '*' | '’' | '”' | '…' => None,
            ')' => Some('('),
            ']' => Some('['),
            _ => return url,
        };
        let count = |wanted: char| url.chars().filter(|c| *c == wanted).count();
        if opening.is_some_and(|opening| count(opening) >= count(last)) {
            return url;
        }
        url = &url[..url.len() - last.len_utf8()];
    }
}

fn path(url: &str) -> &str {
    let authority = url.find("://").map_or(0, |at| at + "://".len());
    url[authority..]
        .find(['/', '?', '#'])
        .map_or("", |at| &url[authority + at..])
}
