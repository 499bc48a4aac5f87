//! Finding awards and cohorts, which are no secret.

use entity::{award, cohort};
use sea_orm::{EntityTrait as _, QueryOrder as _, QuerySelect as _};

use crate::error::Result;
use crate::reading::Reader;

/// Cohorts that are listed at most, newest first.
const COHORTS_SHOWN: u64 = 100;

/// Every award, by name.
pub async fn awards(reader: &Reader) -> Result<Vec<award::Model>> {
    let by_name = award::Entity::find().order_by_asc(award::Column::Name);
    Ok(by_name.all(&reader.db).await?)
}

/// The cohorts, newest first; at most 100.
pub async fn cohorts(reader: &Reader) -> Result<Vec<cohort::Model>> {
    let newest_first = cohort::Entity::find().order_by_desc(cohort::Column::StartsOn);
    Ok(newest_first.limit(COHORTS_SHOWN).all(&reader.db).await?)
}
