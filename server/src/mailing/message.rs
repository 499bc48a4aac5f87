//! What the office writes: plain text with placeholders.

use crate::error::{Error, FieldError, Result};
use crate::words::{is_direction, one_line, prose};

/// Characters of a subject, and of a message.
const LONGEST_SUBJECT: usize = 120;
const LONGEST_BODY: usize = 4_000;

/// What a placeholder stands for, by its name.
const PLACEHOLDERS: [&str; 3] = ["name", "school", "cohort"];

/// A message whose placeholders are known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    pub subject: String,
    pub body: String,
}

/// What the placeholders stand for in one letter, in the form in which a letter may say it.
#[derive(Clone, Copy, Debug)]
pub struct Facts<'f> {
    pub name: &'f str,
    pub school: &'f str,
    pub cohort: &'f str,
}

impl Message {
    /// As it is kept: without what could end a header or turn the direction of a text.
    ///
    /// # Errors
    /// `INVALID_INPUT` for one that is empty or too long, or has placeholders that stand for nothing.
    pub fn read(subject: &str, body: &str) -> Result<Self> {
        let is_odd = |sign: char| sign.is_control() || is_direction(sign);
        let subject = one_line(&subject.replace(is_odd, " "));
        let body = prose(&body.replace(is_direction, ""));
        let mut wrong = Vec::new();
        check(
            "subject",
            &subject,
            "Write a subject.",
            LONGEST_SUBJECT,
            &mut wrong,
        );
        check(
            "body",
            &body,
            "Write the message.",
            LONGEST_BODY,
            &mut wrong,
        );
        match wrong.is_empty() {
            true => Ok(Self { subject, body }),
            false => Err(Error::Invalid(wrong)),
        }
    }
}

fn check(
    name: &'static str,
    text: &str,
    missing: &str,
    longest: usize,
    wrong: &mut Vec<FieldError>,
) {
    let mut add = |message: String| wrong.push(FieldError { name, message });
    if text.is_empty() {
        return add(missing.into());
    }
    if text.chars().count() > longest {
        return add(format!("Shorten this to {longest} characters."));
    }
    let unknown = pieces(text).find_map(|piece| match piece {
        Piece::Placeholder(name) if !PLACEHOLDERS.contains(&name) => Some(name),
        _ => None,
    });
    if let Some(unknown) = unknown {
        add(format!(
            "“{{{unknown}}}” stands for nothing. Use {{name}}, {{school}} or {{cohort}}."
        ));
    }
}

/// The text with what its placeholders stand for. What that says is not looked at again.
pub fn filled(text: &str, facts: Facts<'_>) -> String {
    pieces(text)
        .map(|piece| match piece {
            Piece::Placeholder("name") => facts.name,
            Piece::Placeholder("school") => facts.school,
            Piece::Placeholder("cohort") => facts.cohort,
            Piece::Placeholder(other) => other,
            Piece::Words(words) => words,
        })
        .collect()
}

enum Piece<'t> {
    Words(&'t str),
    Placeholder(&'t str),
}

/// A text taken apart: a word in braces is a placeholder, any other brace is itself.
fn pieces(text: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        if let Some((name, after)) = placeholder(rest) {
            rest = after;
            return Some(Piece::Placeholder(name));
        }
        let next = rest
            .char_indices()
            .skip(1)
            .find(|(at, _)| placeholder(&rest[*at..]).is_some());
        let (words, after) = rest.split_at(next.map_or(rest.len(), |(at, _)| at));
        rest = after;
        Some(Piece::Words(words))
    })
}

fn placeholder(text: &str) -> Option<(&str, &str)> {
    let (name, after) = text.strip_prefix('{')?.split_once('}')?;
    let is_word = !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || c == '_');
    is_word.then_some((name, after))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn message(subject: &str, body: &str) -> Message {
        Message::read(subject, body).expect("a message")
    }

    #[test]
    fn a_subject_stays_on_its_line() {
        let read = message("Hello\r\nBcc: all@x.example", " One\r\ntwo\u{202e}\0 ");
        assert_eq!(read.subject, "Hello Bcc: all@x.example");
        assert_eq!(read.body, "One\ntwo");
    }

    #[test]
    fn placeholders_are_filled_once() {
        let facts = Facts {
            name: "{school}",
            school: "Willowbank",
            cohort: "Autumn",
        };
        let text = "{name} of {school}, {cohort}: {}, { name }, {not closed";
        let said = "{school} of Willowbank, Autumn: {}, { name }, {not closed";
        assert_eq!(filled(text, facts), said);
    }

    #[test]
    fn what_stands_for_nothing_is_told() {
        for (subject, body) in [("", "x"), ("x", " \n"), ("x", "{Name}"), ("{head}", "x")] {
            assert!(Message::read(subject, body).is_err(), "{subject} {body}");
        }
        assert!(Message::read("x", &"x".repeat(4_001)).is_err());
    }
}
