//! Where a page ended: the list and its order, the sort key and the id of its last row.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{DbErr, QueryResult, Value};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use super::{Direction, Key, SortKey, in_calendar};
use crate::error::Result;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Cursor {
    #[serde(rename = "o")]
    pub order: Stamp,
    #[serde(rename = "k")]
    pub key: KeyValue,
    #[serde(rename = "i")]
    pub id: Uuid,
}

impl Cursor {
    pub fn encode(&self) -> Result<String> {
        Ok(URL_SAFE_NO_PAD.encode(serde_json::to_vec(self).map_err(anyhow::Error::from)?))
    }

    pub fn decode(text: &str) -> Option<Self> {
        serde_json::from_slice(&URL_SAFE_NO_PAD.decode(text).ok()?).ok()
    }
}

/// A list and its order, in a few characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Stamp(u32);

impl Stamp {
    pub fn of(list: &str, sort: &SortKey) -> Self {
        let way = match sort.direction {
            Direction::Asc => "up",
            Direction::Desc => "down",
        };
        let hash = Sha256::digest(format!("{list}/{}/{way}", sort.name));
        Self(
            hash.iter()
                .take(4)
                .fold(0, |stamp, byte| stamp << 8 | u32::from(*byte)),
        )
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) enum KeyValue {
    T(String),
    I(i64),
    M(i64),
    D(NaiveDate),
    A,
}

impl KeyValue {
    pub fn fits(&self, key: Key) -> bool {
        match (self, key) {
            // PostgreSQL's texts cannot hold it.
            (Self::T(text), Key::Text) => !text.contains('\0'),
            (Self::M(micros), Key::Moment) => DateTime::from_timestamp_micros(*micros)
                .is_some_and(|at| in_calendar(at.date_naive())),
            (Self::D(day), Key::Day) => in_calendar(*day),
            (Self::I(_), Key::Int) | (Self::A, Key::Age) => true,
            _ => false,
        }
    }

    pub fn value(&self) -> Value {
        match self {
            Self::T(text) => text.clone().into(),
            Self::I(number) => (*number).into(),
            Self::M(micros) => DateTime::<Utc>::from_timestamp_micros(*micros)
                .unwrap_or_default()
                .into(),
            Self::D(day) => (*day).into(),
            Self::A => 0.into(),
        }
    }
}

/// The name under which a row brings the value that it is sorted by.
pub(super) const KEY: &str = "sort_key";

/// The value that a row is sorted by.
pub(super) fn key_of(row: &QueryResult, key: Key) -> Result<KeyValue, DbErr> {
    Ok(match key {
        Key::Text => KeyValue::T(row.try_get("", KEY)?),
        Key::Int => KeyValue::I(row.try_get("", KEY)?),
        Key::Moment => KeyValue::M(row.try_get::<DateTime<Utc>>("", KEY)?.timestamp_micros()),
        Key::Day => KeyValue::D(row.try_get("", KEY)?),
        Key::Age => KeyValue::A,
    })
}
