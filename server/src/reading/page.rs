//! One page of a list, by keyset: a cursor holds the sort key and the id of its row, so that rows which come or go
//! between two pages shift nothing.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::sea_query::{Expr, ExprTrait, SimpleExpr};
use sea_orm::{
    ColumnTrait, Condition, DbErr, EntityTrait, FromQueryResult, Order, PaginatorTrait as _,
    QueryFilter as _, QueryOrder as _, QueryResult, QuerySelect as _, Select, Value,
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::Reader;
use crate::error::{Error, Result};

/// Which way a list runs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Direction {
    #[default]
    Asc,
    Desc,
}

/// What kind of value a list is sorted by; never null, since nulls have no place among the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    Text,
    Int,
    Moment,
    Day,
    /// By id alone, which is by age.
    Age,
}

/// What a list is sorted by, and which way; ties are broken by id.
#[derive(Clone, Debug)]
pub struct SortKey {
    pub expr: SimpleExpr,
    pub key: Key,
    pub direction: Direction,
}

impl SortKey {
    /// Oldest or newest first.
    pub fn age(direction: Direction) -> Self {
        Self {
            expr: Expr::value(0),
            key: Key::Age,
            direction,
        }
    }
}

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

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
enum KeyValue {
    T(String),
    I(i64),
    M(i64),
    D(NaiveDate),
    A,
}

impl KeyValue {
    fn fits(&self, key: Key) -> bool {
        matches!(
            (self, key),
            (Self::T(_), Key::Text)
                | (Self::I(_), Key::Int)
                | (Self::M(_), Key::Moment)
                | (Self::D(_), Key::Day)
                | (Self::A, Key::Age)
        )
    }

    fn value(&self) -> Value {
        match self {
            Self::T(text) => text.clone().into(),
            Self::I(number) => (*number).into(),
            Self::M(micros) => DateTime::<Utc>::from_timestamp_micros(*micros)
                .unwrap_or_default()
                .into(),
            Self::D(day) => (*day).into(),
            Self::A => 0.into(),
        }
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Cursor(KeyValue, Uuid);

impl Cursor {
    fn encode(&self) -> Result<String> {
        Ok(URL_SAFE_NO_PAD.encode(serde_json::to_vec(self).map_err(anyhow::Error::from)?))
    }

    fn decode(text: &str) -> Option<Self> {
        serde_json::from_slice(&URL_SAFE_NO_PAD.decode(text).ok()?).ok()
    }
}

/// A row with the value that it is sorted by.
struct Keyed<M> {
    row: M,
    key: KeyValue,
}

impl<M: FromQueryResult> FromQueryResult for Keyed<M> {
    fn from_query_result(result: &QueryResult, prefix: &str) -> Result<Self, DbErr> {
        let key = if let Ok(text) = result.try_get::<String>("", "key_text") {
            KeyValue::T(text)
        } else if let Ok(number) = result.try_get::<i64>("", "key_int") {
            KeyValue::I(number)
        } else if let Ok(at) = result.try_get::<DateTime<Utc>>("", "key_moment") {
            KeyValue::M(at.timestamp_micros())
        } else if let Ok(day) = result.try_get::<NaiveDate>("", "key_day") {
            KeyValue::D(day)
        } else {
            KeyValue::A
        };
        Ok(Self {
            row: M::from_query_result(result, prefix)?,
            key,
        })
    }
}

/// Reads one page of `select`, sorted by `sort`; `id` is the table's id and gives each row its cursor through `id_of`.
/// Counts the whole list only if `with_total`.
///
/// # Errors
/// `INVALID_INPUT` for a cursor of a list that is sorted in another way.
pub async fn page<E>(
    reader: &Reader,
    select: Select<E>,
    sort: SortKey,
    id: impl ColumnTrait,
    id_of: impl Fn(&E::Model) -> Uuid,
    wanted: Page,
    with_total: bool,
) -> Result<Slice<E::Model>>
where
    E: EntityTrait,
    E::Model: FromQueryResult + Sized + Send + Sync,
{
    let total = if with_total {
        select.clone().count(&reader.db).await?
    } else {
        0
    };
    let (alias, order) = (
        alias(sort.key),
        if sort.direction == Direction::Asc {
            Order::Asc
        } else {
            Order::Desc
        },
    );
    let mut query = select;
    if let Some(Cursor(key, last)) = &wanted.after {
        if !key.fits(sort.key) {
            return Err(Error::field(
                "after",
                "This cursor belongs to another order. Begin without one.",
            ));
        }
        query = query.filter(beyond(&sort, key, id, *last));
    }
    if let Some(alias) = alias {
        query = query
            .expr_as(sort.expr.clone(), alias)
            .order_by(sort.expr, order.clone());
    }
    let mut rows: Vec<Keyed<E::Model>> = query
        .order_by(id, order)
        .limit(wanted.first + 1)
        .into_model::<Keyed<E::Model>>()
        .all(&reader.db)
        .await?;
    let has_next = rows.len() as u64 > wanted.first;
    rows.truncate(usize::try_from(wanted.first).unwrap_or(0));
    let rows = rows
        .into_iter()
        .map(|Keyed { row, key }| Ok((Cursor(key, id_of(&row)).encode()?, row)))
        .collect::<Result<_>>()?;
    Ok(Slice {
        rows,
        has_previous: wanted.after.is_some(),
        has_next,
        total,
    })
}

fn alias(key: Key) -> Option<&'static str> {
    match key {
        Key::Text => Some("key_text"),
        Key::Int => Some("key_int"),
        Key::Moment => Some("key_moment"),
        Key::Day => Some("key_day"),
        Key::Age => None,
    }
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

/// A text to look for anywhere in a column, whatever its case.
pub fn contains(column: impl ColumnTrait + sea_orm::IntoSimpleExpr, text: &str) -> SimpleExpr {
    use sea_orm::sea_query::{Func, LikeExpr};
    let escaped = text
        .trim()
        .to_lowercase()
        .replace('\\', "\\\\")
        .replace('%', "\\%")
        .replace('_', "\\_");
    Func::lower(column.into_simple_expr()).like(LikeExpr::new(format!("%{escaped}%")).escape('\\'))
}
