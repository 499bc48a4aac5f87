//! What is wrong with a version before it is published.

use super::super::pdf::missing;
use super::super::text::PLACEHOLDERS;
use crate::error::{FieldError, Result};
use crate::person::named;

/// Characters of the whole text.
const LONGEST: usize = 20_000;

/// Without these nobody could tell for whom and where is signed.
const NEEDED: [&str; 2] = ["applicant", "school"];

/// Mistakes that are named at once.
const NAMED: usize = 5;

/// A text as it would be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    pub title: String,
    pub body: String,
}

/// The text as it would be kept, and what keeps it from that.
pub fn check(title: &str, body: &str) -> (Checked, Vec<FieldError>) {
    let mut wrong = Vec::new();
    let title = named("title", title, &mut wrong);
    if let Some(mistake) = of_braces(&title) {
        wrong.push(FieldError {
            name: "title",
            message: format!("{mistake}."),
        });
    }
    let body = body.replace("\r\n", "\n").trim().to_owned();
    let mut mistakes = of_whole(&body);
    mistakes.extend(of_lines(&body));
    if !mistakes.is_empty() {
        mistakes.truncate(NAMED);
        wrong.push(FieldError {
            name: "body",
            message: mistakes.join(" "),
        });
    }
    (Checked { title, body }, wrong)
}

/// What is no mistake but may not be meant.
///
/// # Errors
/// Fonts that cannot be read.
pub fn warnings(text: &Checked) -> Result<Vec<String>> {
    let mut told = Vec::new();
    for (number, line) in numbered(&text.body) {
        let is_other_markup = (line.starts_with('#') && !line.starts_with("## "))
            || line.starts_with("* ")
            || line.contains("**");
        if is_other_markup {
            told.push(format!(
                "Line {number} is shown as it stands: only “## ” for a heading and “- ” for a point mean something."
            ));
        }
    }
    let signs = missing(&format!("{}\n{}", text.title, text.body))?;
    if !signs.is_empty() {
        told.push(format!(
            "The PDF has no shape for {} and shows \u{fffd} instead. The page and the words that are signed keep them.",
            signs.join(" ")
        ));
    }
    Ok(told)
}

fn of_whole(body: &str) -> Vec<String> {
    let mut mistakes = Vec::new();
    match body.chars().count() {
        0 => mistakes.push("Write the text.".to_owned()),
        1..=LONGEST => {}
        long => mistakes.push(format!(
            "Shorten the text to {LONGEST} characters; it has {long}."
        )),
    }
    for name in NEEDED {
        if !body.is_empty() && !body.contains(&format!("{{{name}}}")) {
            mistakes.push(format!("Say {{{name}}} somewhere."));
        }
    }
    mistakes
}

fn of_lines(body: &str) -> Vec<String> {
    let mut mistakes = Vec::new();
    let mut heading: Option<usize> = None;
    for (number, line) in numbered(body) {
        let mut wrong = |what: String| mistakes.push(format!("Line {number}: {what}."));
        if line.chars().any(|sign| sign.is_control() && sign != '\t') {
            wrong("it holds a sign that cannot be shown".into());
        }
        if let Some(mistake) = of_braces(line) {
            wrong(mistake);
        }
        if line == "-" {
            wrong("a point without words".into());
        }
        if line == "##" {
            wrong("a heading without words".into());
        }
        let is_heading = line.starts_with("##");
        if let Some(above) = heading.filter(|_| is_heading) {
            mistakes.push(empty(above));
        }
        heading = is_heading.then_some(number);
    }
    mistakes.extend(heading.map(empty));
    mistakes
}

fn empty(number: usize) -> String {
    format!("Line {number}: a heading with no text below it.")
}

/// The lines with something in them, as they count from the top.
fn numbered(body: &str) -> impl Iterator<Item = (usize, &str)> {
    let lines = body.lines().map(str::trim).enumerate();
    lines
        .filter(|(_, line)| !line.is_empty())
        .map(|(place, line)| (place + 1, line))
}

/// The first brace that is not right.
fn of_braces(line: &str) -> Option<String> {
    let mut rest = line;
    loop {
        let at = rest.find(['{', '}'])?;
        if rest[at..].starts_with('}') {
            return Some("a brace is closed that was not opened".into());
        }
        let inside = &rest[at + 1..];
        let end = inside.find(['{', '}']);
        let Some(end) = end.filter(|end| inside[*end..].starts_with('}')) else {
            return Some("a brace is opened and not closed".into());
        };
        let name = &inside[..end];
        if !PLACEHOLDERS.contains(&name) {
            return Some(format!("nothing is known under {{{name}}}"));
        }
        rest = &inside[end + 1..];
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mistakes(body: &str) -> String {
        let (_, wrong) = check("Support agreement", body);
        wrong.into_iter().map(|error| error.message).collect()
    }

    #[test]
    fn what_ships_is_right() {
        let (title, body) = crate::agreement::shipped();
        let (text, wrong) = check(title, body);
        assert_eq!(wrong, []);
        assert_eq!(warnings(&text).expect("fonts"), Vec::<String>::new());
    }

    #[test]
    fn every_mistake_is_told_with_its_line() {
        let fine = "{applicant} works at {school}.\n";
        assert_eq!(mistakes(fine), "");
        for (line, told) in [
            ("{pupil}", "Line 2: nothing is known under {pupil}."),
            ("{school", "Line 2: a brace is opened and not closed."),
            ("{ {school}", "Line 2: a brace is opened and not closed."),
            ("school}", "Line 2: a brace is closed that was not opened."),
            ("-\nx", "Line 2: a point without words."),
            ("## A", "Line 2: a heading with no text below it."),
            (
                "## A\n\n## B\nx",
                "Line 2: a heading with no text below it.",
            ),
            ("a\u{1}b", "Line 2: it holds a sign that cannot be shown."),
        ] {
            assert_eq!(mistakes(&format!("{fine}{line}")), told);
        }
        assert_eq!(mistakes("{applicant}"), "Say {school} somewhere.");
        assert!(mistakes(&"x".repeat(20_001)).contains("Shorten the text"));
        assert_eq!(mistakes(" \n"), "Write the text.");
    }

    #[test]
    fn what_may_not_be_meant_is_said() {
        let (text, wrong) = check("A", "{applicant} {school}\n# Big\n王");
        assert_eq!(wrong, []);
        let told = warnings(&text).expect("fonts");
        assert!(
            told[0].starts_with("Line 2") && told[1].contains('王'),
            "{told:?}"
        );
    }
}
