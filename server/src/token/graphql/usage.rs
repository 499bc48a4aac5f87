//! What a key used, in the schema.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::reading::int;
use crate::schema::{keys, object};
use crate::token::{DayOfUse, uses};

keys! {
    /// What a key used on each of the last days, newest first, by the key's id.
    pub UsageOf => Vec<Arc<DayOfUse>> = uses;
}

object! {
    /// What a token used on one day.
    ApiTokenUse(used: DayOfUse, loads);

    /// The day in London.
    day: NaiveDate => used.day;
    /// Requests that were answered.
    requests: i32 => int(used.requests);
    /// Points that they cost. A point is one object that an answer could hold.
    cost: i32 => int(used.cost);
    /// Requests that were turned away because the hour's points were used up.
    refused: i32 => int(used.refused);
}
