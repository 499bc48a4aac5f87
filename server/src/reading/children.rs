//! Rows by the ids of others, for many ids in one statement: this is how children come to the parents on a page.

use std::collections::HashMap;
use std::sync::Arc;

use sea_orm::{
    ColumnTrait as _, EntityTrait, ModelTrait, QueryFilter as _, QuerySelect as _, Select,
    SelectTwo, Value,
};
use uuid::Uuid;

use super::{Reader, any_of, int};
use crate::access::Guarded;
use crate::error::Result;

/// What belongs to each id. Ids to which nothing belongs are left out. Looked into for every field of every row, so with
/// the quick hasher; ids are ours, not chosen by anybody.
pub type Found<T> = HashMap<Uuid, T, foldhash::fast::RandomState>;

/// Whether one row belongs to an id, or many.
pub trait Gather<M>: Default {
    fn add(&mut self, row: M);
}

impl<M> Gather<M> for Option<M> {
    /// A later row takes the place of an earlier one.
    fn add(&mut self, row: M) {
        *self = Some(row);
    }
}

impl<M> Gather<M> for Option<Arc<M>> {
    /// A later row takes the place of an earlier one.
    fn add(&mut self, row: M) {
        *self = Some(Arc::new(row));
    }
}

impl<M> Gather<M> for Vec<M> {
    fn add(&mut self, row: M) {
        self.push(row);
    }
}

impl<M> Gather<M> for Vec<Arc<M>> {
    fn add(&mut self, row: M) {
        self.push(Arc::new(row));
    }
}

/// The rows with these ids, of those that exist for the actor.
pub async fn by_id<E, G>(reader: &Reader, ids: &[Uuid]) -> Result<Found<G>>
where
    E: Guarded,
    G: Gather<E::Model>,
{
    rows_by(reader, E::seen_by(&reader.actor), E::ID, ids).await
}

/// The rows of `select` that have one of the ids in `column`, in the order of `select`.
pub async fn rows_by<E, G>(
    reader: &Reader,
    select: Select<E>,
    column: E::Column,
    ids: &[Uuid],
) -> Result<Found<G>>
where
    E: EntityTrait,
    G: Gather<E::Model>,
{
    let fits = any_of(&reader.db, column, ids);
    let rows = select.filter(fits).all(&reader.db).await?;
    Ok(gathered(
        rows.into_iter().map(|row| (id_in(&row, column), row)),
    ))
}

/// The far ends of the links of `select` that have one of the ids in `column`, in the order of `select`.
pub async fn linked_by<L, R, G>(
    reader: &Reader,
    select: SelectTwo<L, R>,
    column: L::Column,
    ids: &[Uuid],
) -> Result<Found<G>>
where
    L: EntityTrait,
    R: EntityTrait,
    G: Gather<R::Model>,
{
    let fits = any_of(&reader.db, column, ids);
    let links = select.filter(fits).all(&reader.db).await?;
    let ends = links
        .into_iter()
        .filter_map(|(link, end)| Some((id_in(&link, column), end?)));
    Ok(gathered(ends))
}

/// How many rows of `select` have each of the ids in `column`.
pub async fn count_by<E: Guarded>(
    reader: &Reader,
    select: Select<E>,
    column: E::Column,
    ids: &[Uuid],
) -> Result<Found<i32>> {
    let counts: Vec<(Uuid, i64)> = select
        .select_only()
        .column(column)
        .column_as(E::ID.count(), "n")
        .filter(any_of(&reader.db, column, ids))
        .group_by(column)
        .into_tuple()
        .all(&reader.db)
        .await?;
    Ok(counts.into_iter().map(|(id, n)| (id, int(n))).collect())
}

fn gathered<M, G: Gather<M>>(rows: impl Iterator<Item = (Option<Uuid>, M)>) -> Found<G> {
    let mut found: Found<G> = Found::default();
    for (id, row) in rows {
        if let Some(id) = id {
            found.entry(id).or_default().add(row);
        }
    }
    found
}

fn id_in<M: ModelTrait>(row: &M, column: <M::Entity as EntityTrait>::Column) -> Option<Uuid> {
    match row.get(column) {
        Value::Uuid(id) => id,
        _ => None,
    }
}
