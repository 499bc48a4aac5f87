//! One page of a list, by keyset: a cursor holds the sort key and the id of its row, so that rows which come or go
//! between two pages shift nothing.

use sea_orm::sea_query::ExprTrait;
use sea_orm::{
    ColumnTrait, Condition, FromQueryResult, Order, PaginatorTrait as _, QueryFilter as _,
    QueryOrder as _, QuerySelect as _, Select,
};
use uuid::Uuid;

use super::cursor::{Cursor, KeyValue, Keyed, alias};
use super::{Direction, Key, Reader, SortKey};
use crate::access::Guarded;
use crate::error::{Error, Result};

/// Which page is wanted.
#[derive(Clone, Debug)]
pub struct Page {
    first: u64,
    after: Option<Cursor>,
}

/// Rows a page has at most.
const MOST: i32 = 100;

impl Page {
    /// # Errors
    /// `INVALID_INPUT` for a size outside 0 to 100, or a cursor that did not come from here.
    pub fn new(first: i32, after: Option<String>) -> Result<Self> {
        if !(0..=MOST).contains(&first) {
            return Err(Error::field(
                "first",
                format!("Ask for 0 to {MOST} rows at a time."),
            ));
        }
        let after = match after {
            None => None,
            Some(text) => Some(Cursor::decode(&text).ok_or_else(|| {
                Error::field(
                    "after",
                    "This cursor did not come from this list. Begin without one.",
                )
            })?),
        };
        Ok(Self {
            first: first.unsigned_abs().into(),
            after,
        })
    }
}

/// One page of rows with their cursors.
#[derive(Clone, Debug)]
pub struct Slice<M> {
    pub rows: Vec<(String, M)>,
    pub has_previous: bool,
    pub has_next: bool,
    /// Rows in the whole list; zero where nobody asked.
    pub total: u64,
}

impl<M: Clone> Slice<M> {
    /// The rows alone.
    pub fn models(&self) -> Vec<M> {
        self.rows.iter().map(|(_, row)| row.clone()).collect()
    }
}

/// Reads one page of `select`, sorted by `sort`. Counts the whole list only if `with_total`.
///
/// # Errors
/// `INVALID_INPUT` for a cursor of a list that is sorted in another way.
pub async fn page<E>(
    reader: &Reader,
    select: Select<E>,
    sort: SortKey,
    wanted: Page,
    with_total: bool,
) -> Result<Slice<E::Model>>
where
    E: Guarded,
    E::Model: FromQueryResult + Sized + Send + Sync,
{
    let total = if with_total {
        select.clone().count(&reader.db).await?
    } else {
        0
    };
    let order = match sort.direction {
        Direction::Asc => Order::Asc,
        Direction::Desc => Order::Desc,
    };
    let mut query = select;
    if let Some(Cursor(key, last)) = &wanted.after {
        if !key.fits(sort.key) {
            return Err(Error::field(
                "after",
                "This cursor belongs to another order. Begin without one.",
            ));
        }
        query = query.filter(beyond(&sort, key, E::ID, *last));
    }
    if let Some(alias) = alias(sort.key) {
        query = query
            .expr_as(sort.expr.clone(), alias)
            .order_by(sort.expr, order.clone());
    }
    let mut rows: Vec<Keyed<E::Model>> = query
        .order_by(E::ID, order)
        .limit(wanted.first + 1)
        .into_model::<Keyed<E::Model>>()
        .all(&reader.db)
        .await?;
    let has_next = rows.len() as u64 > wanted.first;
    rows.truncate(usize::try_from(wanted.first).unwrap_or(0));
    let rows = rows
        .into_iter()
        .map(|Keyed { row, key }| Ok((Cursor(key, E::id_of(&row)).encode()?, row)))
        .collect::<Result<_>>()?;
    Ok(Slice {
        rows,
        has_previous: wanted.after.is_some(),
        has_next,
        total,
    })
}

fn beyond(sort: &SortKey, key: &KeyValue, id: impl ColumnTrait, last: Uuid) -> Condition {
    let (value, ids) = match sort.direction {
        Direction::Asc => (
            ExprTrait::gt(sort.expr.clone(), key.value()),
            ColumnTrait::gt(&id, last),
        ),
        Direction::Desc => (
            ExprTrait::lt(sort.expr.clone(), key.value()),
            ColumnTrait::lt(&id, last),
        ),
    };
    if sort.key == Key::Age {
        return Condition::all().add(ids);
    }
    Condition::any().add(value).add(
        Condition::all()
            .add(ExprTrait::eq(sort.expr.clone(), key.value()))
            .add(ids),
    )
}
