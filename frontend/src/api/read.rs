//! Fragments out of the server's JSON. Serde's derive could do it, at the price of a fifth of the code that a
//! first visit loads (measured: 53 KB of 268, compressed); one line a fragment does it in a tenth of that.

use cynic::Id;
use serde_json::Value;

use super::{Day, Moment};

/// None when the JSON is not of this shape.
pub trait Read: Sized {
    fn read(value: &Value) -> Option<Self>;
}

/// A struct's fields: the server has the same names in camelCase.
macro_rules! reads {
    ($name:ident { $($field:ident),* $(,)? }) => {
        impl crate::api::read::Read for $name {
            fn read(value: &serde_json::Value) -> Option<Self> {
                Some($name { $($field: crate::api::read::field(value, stringify!($field))?),* })
            }
        }
    };
}

/// An enum, which cynic reads from a word.
macro_rules! reads_word {
    ($name:ident) => {
        impl crate::api::read::Read for $name {
            fn read(value: &serde_json::Value) -> Option<Self> {
                use serde::de::{Deserialize, IntoDeserializer, value::Error};
                let word: serde::de::value::StrDeserializer<'_, Error> =
                    value.as_str()?.into_deserializer();
                $name::deserialize(word).ok()
            }
        }
    };
}

/// A field that is missing reads as null.
pub fn field<T: Read>(object: &Value, name: &str) -> Option<T> {
    T::read(inside(object, name))
}

fn inside<'v>(object: &'v Value, name: &str) -> &'v Value {
    let mut camel = String::new();
    for (at, word) in name.split('_').enumerate() {
        let first = if at == 0 { 0 } else { 1 };
        camel.push_str(&word[..first].to_ascii_uppercase());
        camel.push_str(&word[first..]);
    }
    object.get(&camel).unwrap_or(&Value::Null)
}

/// What a page reads by itself, because its shape is known only there.
impl Read for Value {
    fn read(value: &Value) -> Option<Value> {
        Some(value.clone())
    }
}

impl Read for String {
    fn read(value: &Value) -> Option<String> {
        value.as_str().map(String::from)
    }
}

impl Read for bool {
    fn read(value: &Value) -> Option<bool> {
        value.as_bool()
    }
}

impl Read for i32 {
    fn read(value: &Value) -> Option<i32> {
        value.as_i64()?.try_into().ok()
    }
}

impl Read for f64 {
    fn read(value: &Value) -> Option<f64> {
        value.as_f64()
    }
}

impl Read for Id {
    fn read(value: &Value) -> Option<Id> {
        String::read(value).map(Id::new)
    }
}

impl Read for Moment {
    fn read(value: &Value) -> Option<Moment> {
        String::read(value).map(Moment)
    }
}

impl Read for Day {
    fn read(value: &Value) -> Option<Day> {
        String::read(value).map(Day)
    }
}

impl<T: Read> Read for Option<T> {
    fn read(value: &Value) -> Option<Option<T>> {
        match value {
            Value::Null => Some(None),
            value => T::read(value).map(Some),
        }
    }
}

impl<T: Read> Read for Vec<T> {
    fn read(value: &Value) -> Option<Vec<T>> {
        let items = value.as_array()?;
        let mut read = Vec::with_capacity(items.len());
        for item in items {
            read.push(T::read(item)?);
        }
        Some(read)
    }
}
