//! What a request costs, told with its answer.

use async_graphql::{Value, value};
use chrono::SecondsFormat;
use poem::http::{HeaderMap, HeaderName, HeaderValue};

use crate::ledger::Allowance;

/// What a caller hears of what a request costs. A point is one object that the answer could hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cost {
    /// For somebody who may ask as much as they like: only what it comes to.
    Weighed(usize),
    /// For a token: what it came to, and what is left.
    Charged(Allowance),
}

impl Cost {
    /// As it stands under `extensions.cost`.
    pub(super) fn value(&self) -> Value {
        match self {
            Self::Weighed(points) => value!({ "requested": (*points) }),
            Self::Charged(told) => value!({
                "requested": (told.requested),
                "left": (told.left),
                "limit": (told.limit),
                "resetsAt": (told.resets_at.to_rfc3339_opts(SecondsFormat::Secs, true)),
            }),
        }
    }

    /// The same for programs that look at headers, as the draft for `RateLimit` has it.
    pub(super) fn tell(&self, headers: &mut HeaderMap) {
        let Self::Charged(told) = self else { return };
        let (left, wait) = (told.left, told.resets_in().as_secs());
        let lines = [
            (
                "ratelimit-policy",
                format!("\"points\";q={};w=3600", told.limit),
            ),
            ("ratelimit", format!("\"points\";r={left};t={wait}")),
        ];
        for (name, line) in lines {
            if let Ok(line) = HeaderValue::try_from(line) {
                headers.insert(HeaderName::from_static(name), line);
            }
        }
    }
}
