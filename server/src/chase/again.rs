//! A letter that somebody wishes to be sent again: whoever is asked gets one a day at most.

use chrono::{DateTime, Duration, Utc};

use crate::error::{Error, Result};
use crate::words::moment;

/// Hours between two letters that somebody wishes.
const HOURS_BETWEEN: i64 = 24;

/// From when on another letter may go, where the first went at `asked_at`.
pub fn again_from(asked_at: DateTime<Utc>, resent_at: Option<DateTime<Utc>>) -> DateTime<Utc> {
    resent_at.unwrap_or(asked_at) + Duration::hours(HOURS_BETWEEN)
}

/// That it is not too soon for another one.
///
/// # Errors
/// `TOO_MANY` before that moment.
pub fn not_before(from: DateTime<Utc>, now: DateTime<Utc>) -> Result<()> {
    if from > now {
        return Err(Error::TooMany(format!(
            "A letter went less than a day ago. Another can go from {}.",
            moment(from)
        )));
    }
    Ok(())
}
