//! What a page of questions is made of.

use crate::ui::choice::Choice;

/// One page.
pub struct Question {
    /// In the address.
    pub name: &'static str,
    pub title: &'static str,
    pub intro: &'static str,
    pub asked: &'static [Asked],
}

/// One field.
pub struct Asked {
    /// As the server calls it.
    pub name: &'static str,
    pub label: &'static str,
    pub hint: &'static str,
    /// What is said when it is left out; empty where it may be.
    pub missing: &'static str,
    pub kind: Kind,
}

pub enum Kind {
    /// One line: the input's type, and what browsers know of it.
    Line(&'static str, &'static str),
    Number,
    Text,
    Day,
    OneOf(fn() -> Vec<Choice>),
    School,
}

/// A field; what is said when it is left out stands last, empty where it may be.
pub const fn asked(
    name: &'static str,
    kind: Kind,
    label: &'static str,
    hint: &'static str,
    missing: &'static str,
) -> Asked {
    Asked {
        name,
        label,
        hint,
        missing,
        kind,
    }
}
