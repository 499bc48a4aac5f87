//! One page of a list, by keyset: a cursor holds the sort key and the id of its row, so that rows which come or go
//! between two pages shift nothing.

use sea_orm::sea_query::{Expr, ExprTrait as _, SimpleExpr};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait as _, FromQueryResult, IntoSimpleExpr as _, JoinType, Order,
    PaginatorTrait as _, QueryFilter as _, QueryOrder as _, QueryResult, QuerySelect as _,
    QueryTrait as _, Select,
};

use super::cursor::{Cursor, KEY, Stamp, key_of};
use super::{Direction, Key, Reader, SortKey};
use crate::access::Guarded;
use crate::error::{Error, Result};

/// Which page is wanted.
#[derive(Clone, Debug)]
pub struct Page {
    span: Span,
    after: Option<Cursor>,
    before: Option<Cursor>,
}

/// How many rows, and from which end of a list they are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    pub rows: u64,
    pub from_the_end: bool,
}

/// Rows a page has at most.
const MOST: i32 = 100;

impl Span {
    /// The first rows or the last.
    ///
    /// # Errors
    /// `INVALID_INPUT` for both ends or neither, or a size outside 0 to 100.
    pub fn new(first: Option<i32>, last: Option<i32>) -> Result<Self> {
        let (name, rows) = match (first, last) {
            (Some(rows), None) => ("first", rows),
            (None, Some(rows)) => ("last", rows),
            (Some(_), Some(_)) => {
                let why = "Ask for the first rows or for the last ones, not for both.";
                return Err(Error::field("last", why));
            }
            (None, None) => {
                let why = format!("Say how many rows: `first` or `last`, 0 to {MOST}.");
                return Err(Error::field("first", why));
            }
        };
        if !(0..=MOST).contains(&rows) {
            let why = format!("Ask for 0 to {MOST} rows at a time.");
            return Err(Error::field(name, why));
        }
        Ok(Self {
            rows: rows.unsigned_abs().into(),
            from_the_end: last.is_some(),
        })
    }
}

impl Page {
    /// The first rows of a list or the last, of those between two cursors.
    ///
    /// # Errors
    /// As [`Span::new`], and `INVALID_INPUT` for a cursor that did not come from here.
    pub fn new(
        first: Option<i32>,
        after: Option<String>,
        last: Option<i32>,
        before: Option<String>,
    ) -> Result<Self> {
        Ok(Self {
            span: Span::new(first, last)?,
            after: read("after", after)?,
            before: read("before", before)?,
        })
    }
}

fn read(name: &'static str, text: Option<String>) -> Result<Option<Cursor>> {
    let Some(text) = text else { return Ok(None) };
    let cursor = Cursor::decode(&text);
    let why = "This cursor did not come from a list. Begin without one.";
    Ok(Some(cursor.ok_or_else(|| Error::field(name, why))?))
}

/// One page of rows with their cursors.
#[derive(Clone, Debug)]
pub struct Slice<M> {
    pub rows: Vec<(String, M)>,
    /// Whether rows come before these, as far as it is known without looking: those before the rest, or a cursor's own.
    pub has_previous: bool,
    /// The same of rows after these.
    pub has_next: bool,
    /// Rows in the whole list; zero where nobody asked.
    pub total: u64,
}

/// Reads one page of `select`, sorted by `sort`. Counts the whole list only if `with_total`.
///
/// # Errors
/// `INVALID_INPUT` for a cursor of another list, or of one that is sorted in another way.
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
    let stamp = Stamp::of(E::default().table_name(), &sort);
    let mut query = select.clone();
    if let Some(relation) = sort.through.clone() {
        query = query.join(JoinType::InnerJoin, relation);
    }
    if let Some(cursor) = known("after", &wanted.after, stamp, &sort)? {
        query = query.filter(beyond::<E>(&sort, sort.direction, cursor));
    }
    if let Some(cursor) = known("before", &wanted.before, stamp, &sort)? {
        query = query.filter(beyond::<E>(&sort, sort.direction.turned(), cursor));
    }
    let total = if with_total {
        select.count(&reader.db).await?
    } else {
        0
    };
    let direction = match wanted.span.from_the_end {
        false => sort.direction,
        true => sort.direction.turned(),
    };
    let order = match direction {
        Direction::Asc => Order::Asc,
        Direction::Desc => Order::Desc,
    };
    if sort.key != Key::Age {
        query = query
            .expr_as(shown(&sort), KEY)
            .order_by(sort.expr, order.clone());
    }
    query = query.order_by(E::ID, order).limit(wanted.span.rows + 1);
    let mut rows = reader.db.query_all(query.as_query()).await?;
    let more = rows.len() as u64 > wanted.span.rows;
    rows.truncate(usize::try_from(wanted.span.rows).unwrap_or(0));
    let (has_previous, has_next) = match wanted.span.from_the_end {
        false => (wanted.after.is_some(), more || wanted.before.is_some()),
        true => (more || wanted.after.is_some(), wanted.before.is_some()),
    };
    if wanted.span.from_the_end {
        rows.reverse();
    }
    let with_cursor = |found: QueryResult| {
        let key = key_of(&found, sort.key)?;
        let row = E::Model::from_query_result(&found, "")?;
        let cursor = Cursor {
            order: stamp,
            key,
            id: E::id_of(&row),
        };
        Ok((cursor.encode()?, row))
    };
    Ok(Slice {
        rows: rows.into_iter().map(with_cursor).collect::<Result<_>>()?,
        has_previous,
        has_next,
        total,
    })
}

/// The cursor, if it came from this list in this order.
fn known<'c>(
    name: &'static str,
    cursor: &'c Option<Cursor>,
    stamp: Stamp,
    sort: &SortKey,
) -> Result<Option<&'c Cursor>> {
    match cursor {
        Some(cursor) if cursor.order != stamp || !cursor.key.fits(sort.key) => Err(Error::field(
            name,
            "This cursor belongs to another list or another order. Begin without one.",
        )),
        cursor => Ok(cursor.as_ref()),
    }
}

/// The sort key as it is read: a number always as the largest kind of number.
fn shown(sort: &SortKey) -> SimpleExpr {
    match sort.key {
        Key::Int => sort.expr.clone().cast_as("bigint"),
        _ => sort.expr.clone(),
    }
}

/// The rows past a cursor that runs this way: key and id compared as one, which an index on both answers.
fn beyond<E: Guarded>(sort: &SortKey, way: Direction, cursor: &Cursor) -> SimpleExpr {
    let Cursor { key, id, .. } = cursor;
    if sort.key == Key::Age {
        return match way {
            Direction::Asc => E::ID.gt(*id),
            Direction::Desc => E::ID.lt(*id),
        };
    }
    let row = Expr::tuple([sort.expr.clone(), E::ID.into_simple_expr()]);
    let last = Expr::tuple([Expr::value(key.value()), Expr::value(*id)]);
    match way {
        Direction::Asc => row.gt(last),
        Direction::Desc => row.lt(last),
    }
}
