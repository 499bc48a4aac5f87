//! Awards in the schema.

use std::sync::Arc;

use async_graphql::{ID, Result};
use chrono::NaiveDate;
use entity::{award, outcome};
use sea_orm::{EntityTrait as _, QueryOrder as _};
use uuid::Uuid;

use super::Outcome;
use crate::error;
use crate::reading::{Found, Reader, rows_by};
use crate::schema::{each, keys, object};

keys! {
    /// The outcomes of an award, by the award's id.
    pub OutcomesOf => Vec<Arc<outcome::Model>> = outcomes;
}

async fn outcomes(reader: &Reader, ids: &[Uuid]) -> error::Result<Found<Vec<Arc<outcome::Model>>>> {
    let in_order = outcome::Entity::find().order_by_asc(outcome::Column::Position);
    rows_by(reader, in_order, outcome::Column::AwardId, ids).await
}

object! {
    /// An award that can be run.
    Award(award: award::Model, loads);

    /// Stable for good.
    id: ID => award.id.into();
    /// Our code, such as `nasenco`.
    code: &str => &award.code;
    /// Its full name.
    name: &str => &award.name;
    /// Its name among those who know it.
    short_name: &str => &award.short_name;
    /// What the holder gets.
    qualification: &str => &award.qualification;
    /// Academic credits; 0 where it has none.
    credits: i32 => award.credits;
    /// Level in the national framework; 7 is master's level.
    level: Option<i32> => award.level;
    /// It counts only if it is started before this day; null for an award that takes new starters.
    start_before: Option<NaiveDate> => award.limits.start_before;
    /// It counts only if it is completed before this day; null for an award that is not closing.
    complete_before: Option<NaiveDate> => award.limits.complete_before;
    /// What its holders know and can do, in order.
    outcomes: Vec<Outcome> where found = OutcomesOf(award.id) => each(found);
}
