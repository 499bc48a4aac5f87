//! Many rows in few statements.

use sea_orm::{EntityTrait, IntoActiveModel, Iterable as _};

use super::Tx;
use crate::error::Result;

/// Values that one statement takes along: SQLite has room for 32,766, PostgreSQL for 65,535. More than some thousands
/// make neither faster.
const VALUES: usize = 6_000;

/// Inserts rows of one table.
pub async fn insert_all<E>(tx: &Tx, rows: Vec<E::Model>) -> Result<()>
where
    E: EntityTrait,
    E::Model: IntoActiveModel<E::ActiveModel>,
{
    let at_once = (VALUES / E::Column::iter().count().max(1)).max(1);
    let mut rows = rows.into_iter().map(IntoActiveModel::into_active_model);
    loop {
        let chunk: Vec<E::ActiveModel> = rows.by_ref().take(at_once).collect();
        if chunk.is_empty() {
            return Ok(());
        }
        E::insert_many(chunk).exec_without_returning(tx).await?;
    }
}
