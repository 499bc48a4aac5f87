//! How the portal says dates, names and numbers to people.

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Europe::London;

use crate::clock::london_day;

/// "Monday 3 March 2026".
pub fn day(date: NaiveDate) -> String {
    date.format("%A %-d %B %Y").to_string()
}

/// "Monday 3 March 2026, 14:05", as clocks show it in London.
pub fn moment(at: DateTime<Utc>) -> String {
    at.with_timezone(&London)
        .format("%A %-d %B %Y, %H:%M")
        .to_string()
}

/// "14:05" where that is today, otherwise with the day.
pub fn time(at: DateTime<Utc>, now: DateTime<Utc>) -> String {
    if london_day(at) == london_day(now) {
        at.with_timezone(&London).format("%H:%M").to_string()
    } else {
        moment(at)
    }
}

/// "Monday 3 March 2026", or "Monday 3 March 2026 to Friday 7 March 2026".
pub fn span(from: Option<NaiveDate>, to: Option<NaiveDate>) -> String {
    match (from, to) {
        (Some(from), Some(to)) if from != to => format!("{} to {}", day(from), day(to)),
        (Some(only), _) | (None, Some(only)) => day(only),
        (None, None) => "Not given".into(),
    }
}

/// "1 task", "3 tasks".
pub fn count(number: usize, thing: &str) -> String {
    if number == 1 {
        format!("1 {thing}")
    } else {
        format!("{number} {thing}s")
    }
}

/// "Ada", "Ada and Ben", "Ada, Ben and Cleo".
pub fn list(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// Without line breaks, and with one blank between words.
pub fn one_line(typed: &str) -> String {
    typed.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What somebody typed at length, as it is kept: without signs that nobody sees, and without blanks around it. Browsers end
/// lines in two signs.
pub fn prose(typed: &str) -> String {
    let kept = typed.replace(|c: char| c.is_control() && c != '\n' && c != '\t', "");
    kept.trim().to_owned()
}

/// A name that can stand in a letter's subject and text. Names are typed by strangers: one must not begin a new header
/// or paragraph, turn the direction of the text around it, or become a link in a mail reader.
pub fn plain(name: &str) -> String {
    let name = one_line(name);
    let visible: Vec<char> = name
        .chars()
        .filter(|c| !c.is_control() && !is_direction(*c))
        .collect();
    let mut said = String::with_capacity(name.len());
    for (place, c) in visible.iter().enumerate() {
        said.push(*c);
        if begins_host(&visible[place..]) {
            said.push(' ');
        }
    }
    said
}

/// Whether mail readers would take what follows this sign for part of an address: "evil.example", "http://x", "a@b" do,
/// "J.R. Hartley" does not.
fn begins_host(rest: &[char]) -> bool {
    let wordy = |place: usize| rest.get(place).is_some_and(|c| c.is_alphanumeric());
    match rest.first() {
        Some('.') => wordy(1) && wordy(2),
        Some('@') => wordy(1),
        Some(':') => rest.get(1) == Some(&'/'),
        _ => false,
    }
}

/// Signs that nobody sees, or that turn the direction of a text.
pub fn is_direction(c: char) -> bool {
    matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().expect("a moment")
    }

    #[test]
    fn moments_are_londons() {
        assert_eq!(
            moment(at("2026-03-02T14:05:00Z")),
            "Monday 2 March 2026, 14:05"
        );
        assert_eq!(
            moment(at("2026-07-02T23:05:00Z")),
            "Friday 3 July 2026, 00:05"
        );
        assert_eq!(
            time(at("2026-07-02T13:05:00Z"), at("2026-07-02T09:00:00Z")),
            "14:05"
        );
    }

    #[test]
    fn numbers_and_lists_read_aloud() {
        assert_eq!(count(1, "task"), "1 task");
        assert_eq!(count(0, "task"), "0 tasks");
        let names = ["Ada", "Ben", "Cleo"].map(String::from);
        assert_eq!(list(&names), "Ada, Ben and Cleo");
        assert_eq!(list(&names[..1]), "Ada");
    }

    #[test]
    fn a_hostile_name_stays_a_name() {
        assert_eq!(
            plain("Ada\r\nBcc: all@x.example"),
            "Ada Bcc: all@ x. example"
        );
        assert_eq!(
            plain("see http://evil.example/now"),
            "see http: //evil. example/now"
        );
        assert_eq!(plain("\u{202e}adA"), "adA");
        assert_eq!(plain("J.R. O'Neill-Åström"), "J.R. O'Neill-Åström");
    }
}
