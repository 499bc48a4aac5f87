//! What stands in a column, and for whom.

use std::sync::LazyLock;

use super::Words;

/// What kind of value stands in a column.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    Id,
    Text,
    /// One of a few words, of which these are all.
    Word(&'static LazyLock<Words>),
    Whole,
    Decimal,
    /// A day in London.
    Day,
    /// A moment in UTC, to the second.
    Moment,
    Flag,
}

impl Kind {
    /// What people call it.
    pub fn told(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::Text => "text",
            Self::Word(_) => "word",
            Self::Whole => "whole number",
            Self::Decimal => "decimal number",
            Self::Day => "day",
            Self::Moment => "moment",
            Self::Flag => "yes or no",
        }
    }
}

/// For whose eyes a column is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Privacy {
    Open,
    /// Names somebody: not for tools that may not read names.
    Name,
    /// An address that only the office and tools with names see whole.
    Address,
}
