//! Names and e-mail addresses as people type them.

use crate::access::Actor;
use crate::error::FieldError;
use crate::words::one_line;

/// An e-mail address that a mail server could take, in lower case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address(String);

impl Address {
    /// Reads what somebody typed; `None` for what is no address. Lower case throughout: a mailbox that tells cases apart
    /// is rarer than a person who types their own address in two ways.
    pub fn parse(typed: &str) -> Option<Self> {
        let text = typed.trim().to_lowercase();
        let (local, domain) = text.rsplit_once('@')?;
        let plain = |c: char| {
            c.is_ascii_graphic()
                && !matches!(
                    c,
                    '<' | '>' | '"' | ',' | ';' | ':' | '(' | ')' | '\\' | '[' | ']' | '@'
                )
        };
        let labels: Vec<&str> = domain.split('.').collect();
        let sound = !local.is_empty()
            && local.len() <= 64
            && text.len() <= 254
            && local.chars().all(plain)
            && !local.starts_with('.')
            && !local.ends_with('.')
            && !local.contains("..")
            && labels.len() >= 2
            && labels.iter().all(|label| {
                !label.is_empty()
                    && label.len() <= 63
                    && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
                    && !label.starts_with('-')
                    && !label.ends_with('-')
            });
        sound.then_some(Self(text))
    }

    /// Reads it, or says what is wrong beside the field.
    pub fn checked(field: &'static str, typed: &str, wrong: &mut Vec<FieldError>) -> String {
        match Self::parse(typed) {
            Some(Self(text)) => text,
            None => {
                let message = "Enter an e-mail address such as name@school.example.".into();
                wrong.push(FieldError {
                    name: field,
                    message,
                });
                String::new()
            }
        }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub fn into_string(self) -> String {
        self.0
    }
}

/// Whether letters to both addresses come to one mailbox, as far as their form tells. Behind a plus sign people write
/// notes to themselves, and Google's mail takes no notice of dots.
pub fn is_same_mailbox(one: &str, other: &str) -> bool {
    mailbox(one) == mailbox(other)
}

fn mailbox(address: &str) -> (String, &str) {
    let (local, domain) = address.rsplit_once('@').unwrap_or((address, ""));
    let local = local.split('+').next().unwrap_or_default();
    match domain {
        "gmail.com" | "googlemail.com" => (local.replace('.', ""), "gmail.com"),
        _ => (local.to_owned(), domain),
    }
}

/// The address so that its owner knows it and nobody else learns it.
pub fn masked(address: &str) -> String {
    match address.split_once('@') {
        Some((local, domain)) => {
            let first: String = local.chars().take(1).collect();
            format!("{first}•••@{domain}")
        }
        None => "•••".into(),
    }
}

/// The address of somebody who has no account, as this actor may read it.
pub fn shown_to(actor: &Actor, address: &str) -> String {
    if actor.sees_addresses_whole() {
        address.to_owned()
    } else if actor.may_see_names() {
        masked(address)
    } else {
        "(hidden)".into()
    }
}

/// A text from outside, such as a mail server's answer, with every address in it masked.
pub fn masked_within(text: &str) -> String {
    let words = text
        .split_whitespace()
        .map(|word| match word.contains('@') {
            true => masked(word),
            false => word.to_owned(),
        });
    words.collect::<Vec<_>>().join(" ")
}

/// A name of a person or thing: something to read, on one line, of bearable length.
pub fn named(field: &'static str, typed: &str, wrong: &mut Vec<FieldError>) -> String {
    let text = one_line(typed);
    let message = match text.chars().count() {
        0 => format!("Enter the {}.", in_words(field)),
        1..=200 if !text.chars().any(char::is_control) => return text,
        1..=200 => format!(
            "Use letters, digits and punctuation only in the {}.",
            in_words(field)
        ),
        _ => format!("Shorten the {} to 200 characters.", in_words(field)),
    };
    wrong.push(FieldError {
        name: field,
        message,
    });
    String::new()
}

/// What a form calls a field, so that a summary of several makes sense.
fn in_words(field: &str) -> String {
    match field {
        "askedBy" => "name".into(),
        "nominatedBy" => "name of who nominated the mentor".into(),
        "mentorName" => "mentor's name".into(),
        "mentorPost" => "mentor's post at the school".into(),
        "headName" => "headteacher's name".into(),
        "schoolName" => "school's name".into(),
        "localAuthority" => "local authority".into(),
        "venue" => "address of the venue".into(),
        plain => plain.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_as_people_type_them() {
        let read = |typed| Address::parse(typed).map(Address::into_string);
        assert_eq!(
            read("  Ada.Osei@School.Example "),
            Some("ada.osei@school.example".into())
        );
        assert_eq!(
            read("o'neill+sen@st-marys.sch.uk"),
            Some("o'neill+sen@st-marys.sch.uk".into())
        );
        for wrong in [
            "",
            "ada",
            "ada@",
            "@school.example",
            "a b@school.example",
            "ada@school",
            "ada@-x.example",
            "ada..b@x.example",
            "a@b@c.example,d@e.example",
            "ada@school.example\r\nBcc: x@y.example",
        ] {
            assert_eq!(read(wrong), None, "{wrong:?}");
        }
    }

    #[test]
    fn a_mailbox_has_more_than_one_address() {
        for (one, other, same) in [
            ("ada@school.example", "ada@school.example", true),
            ("ada@school.example", "ada+mentor@school.example", true),
            ("ada+a@school.example", "ada+b@school.example", true),
            ("a.da@school.example", "ada@school.example", false),
            ("a.da@gmail.com", "ada+mentor@googlemail.com", true),
            ("ada@school.example", "ada@other.example", false),
            ("ada@school.example", "", false),
        ] {
            assert_eq!(is_same_mailbox(one, other), same, "{one} {other}");
        }
    }

    #[test]
    fn a_mask_keeps_the_first_letter_and_the_house() {
        assert_eq!(masked("grace@school.example"), "g•••@school.example");
        let told = masked_within("550 <grace@school.example>: no such\r\nmailbox");
        assert_eq!(told, "550 <•••@school.example>: no such mailbox");
    }
}
