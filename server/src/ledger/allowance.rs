//! What is left, in numbers and in words.

use std::fmt;
use std::time::Duration;

use chrono::{DateTime, Utc};

use crate::clock::london_time;

/// What one request cost a token, and what is left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Allowance {
    /// Points that the request costs.
    pub requested: i64,
    /// Points that are left in this hour.
    pub left: i64,
    /// Points an hour.
    pub limit: i64,
    /// When there are new ones.
    pub resets_at: DateTime<Utc>,
    pub(super) now: DateTime<Utc>,
}

impl Allowance {
    /// How long it is until there are new points; a second at least.
    pub fn resets_in(&self) -> Duration {
        let wait = (self.resets_at - self.now).num_seconds().max(1);
        Duration::from_secs(wait.unsigned_abs())
    }
}

/// A token has fewer points left than the request costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Exhausted(pub Allowance);

impl fmt::Display for Exhausted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(told) = self;
        let Allowance {
            requested,
            left,
            limit,
            ..
        } = told;
        if requested > limit {
            return write!(
                f,
                "This costs {}, more than the {limit} that this token has in an hour. \
                 Ask for smaller pages, or nest fewer lists.",
                points(*requested)
            );
        }
        write!(
            f,
            "This costs {}, and this token has {left} of its {limit} for this hour left. \
             Ask again from {} in London, {} from now.",
            points(*requested),
            london_time(told.resets_at).format("%H:%M"),
            in_words(told.resets_in()),
        )
    }
}

fn points(number: i64) -> String {
    match number {
        1 => "a point".into(),
        number => format!("{number} points"),
    }
}

fn in_words(wait: Duration) -> String {
    match wait.as_secs() {
        1 => "a second".into(),
        seconds @ ..90 => format!("{seconds} seconds"),
        seconds => format!("{} minutes", seconds.div_ceil(60)),
    }
}
