//! One value of one row.

use std::borrow::Cow;

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

/// A value, borrowed from the row where it is a text.
#[derive(Clone, Debug, PartialEq)]
pub enum Value<'r> {
    Nothing,
    Id(Uuid),
    Text(Cow<'r, str>),
    /// As files write it.
    Word(Cow<'r, str>),
    Whole(i64),
    Decimal(f64),
    Day(NaiveDate),
    Moment(DateTime<Utc>),
    Flag(bool),
}

impl Value<'_> {
    /// The same, to be kept longer than its row.
    pub fn into_owned(self) -> Value<'static> {
        match self {
            Self::Nothing => Value::Nothing,
            Self::Id(id) => Value::Id(id),
            Self::Text(text) => Value::Text(text.into_owned().into()),
            Self::Word(word) => Value::Word(word.into_owned().into()),
            Self::Whole(number) => Value::Whole(number),
            Self::Decimal(number) => Value::Decimal(number),
            Self::Day(day) => Value::Day(day),
            Self::Moment(at) => Value::Moment(at),
            Self::Flag(flag) => Value::Flag(flag),
        }
    }
}

/// A value where there is one.
pub(super) fn maybe<'r, T>(found: Option<T>, value: impl FnOnce(T) -> Value<'r>) -> Value<'r> {
    found.map_or(Value::Nothing, value)
}
