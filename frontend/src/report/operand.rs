//! What a filter in the address means to the server, by the kind of its column.

use super::Kind;
use super::queries::Column;
use crate::api::Day;
use crate::ui::when;

/// The two ends of a range, both inclusive.
pub const FROM: &str = "from";
pub const TO: &str = "to";

/// What is asked of one column: an operator, where its kind has one, and what it compares with, in JSON.
///
/// # Errors
/// Why what is given cannot be understood, for people.
pub fn operand(
    column: &Column,
    end: &str,
    given: &str,
) -> Result<(Option<&'static str>, String), String> {
    let unclear = || {
        Err(format!(
            "“{}” cannot be narrowed by “{given}”.",
            column.title
        ))
    };
    let day = || Some(Day(given.into())).filter(when::is_day);
    Ok(match (column.kind(), end) {
        (Kind::Id, "") => (Some("eq"), quoted(given)),
        (Kind::Text, "") => (Some("contains"), quoted(given)),
        (Kind::Word, "") => match given.split(',').map(|word| known(column, word)).collect() {
            Some(words) => (Some("oneOf"), list(words)),
            None => return unclear(),
        },
        (Kind::Flag, "") => match given {
            "yes" => (None, "true".into()),
            "no" => (None, "false".into()),
            _ => return unclear(),
        },
        (Kind::Number, FROM | TO) => match whole(given) {
            Some(number) => (Some(own(end)), number.to_string()),
            None => return unclear(),
        },
        (kind @ (Kind::Day | Kind::Moment), FROM | TO) => match (day(), kind, end) {
            (None, ..) => return unclear(),
            (Some(day), Kind::Day, _) => (Some(own(end)), quoted(&day.0)),
            (Some(day), _, FROM) => (Some(FROM), quoted(&when::start_of(&day).0)),
            // The whole of the last day.
            (Some(day), ..) => {
                let next = when::start_of(&when::next_day(&day));
                (Some("before"), quoted(&next.0))
            }
        },
        _ => return unclear(),
    })
}

fn own(end: &str) -> &'static str {
    if end == FROM { FROM } else { TO }
}

/// The word as the schema writes it.
fn known(column: &Column, word: &str) -> Option<String> {
    let mut words = column.words.iter();
    let found = words.find(|one| one.eq_ignore_ascii_case(word));
    found.map(|word| word.to_ascii_uppercase())
}

fn list(words: Vec<String>) -> String {
    let words: Vec<String> = words.iter().map(|word| quoted(word)).collect();
    format!("[{}]", words.join(","))
}

/// A text in JSON. JSON is put together by hand here: serde's writer of values brings tables for numbers with a point
/// along, which are a twentieth of the whole app.
pub fn quoted(text: &str) -> String {
    // A text can always be written.
    serde_json::to_string(text).unwrap_or_default()
}

/// The whole number that somebody typed.
pub fn whole(given: &str) -> Option<i32> {
    given.trim().parse().ok()
}
