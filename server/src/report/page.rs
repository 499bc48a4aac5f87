//! One page of a report, by keyset. A report's rows are no rows of one table, so a cursor holds the value that they are
//! sorted by and the report's own key.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sea_orm::sea_query::{Expr, Func, NullOrdering, SelectStatement};
use sea_orm::{ConnectionTrait as _, Order as SqlOrder, QueryResult};
use serde_json::Value as Json;

use super::ask::Order;
use super::cursor::{Cursor, beyond};
use super::{Asked, Column, Plan, Report};
use crate::error::{Error, Result};
use crate::reading::{Direction, Reader, Span};

/// Which page is wanted.
#[derive(Clone, Debug)]
pub struct Window {
    span: Span,
    after: Option<Json>,
    before: Option<Json>,
}

impl Window {
    /// The first rows or the last, of those between two cursors.
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
            after: opened("after", after)?,
            before: opened("before", before)?,
        })
    }
}

fn opened(name: &'static str, text: Option<String>) -> Result<Option<Json>> {
    let Some(text) = text else { return Ok(None) };
    let bytes = URL_SAFE_NO_PAD.decode(text).ok();
    let json = bytes.and_then(|bytes| serde_json::from_slice(&bytes).ok());
    let why = "This cursor did not come from a report. Begin without one.";
    json.map(Some).ok_or_else(|| Error::field(name, why))
}

/// The rows of one page.
pub struct Slice {
    pub plan: Plan,
    /// Each with its cursor.
    pub rows: Vec<(String, QueryResult)>,
    pub has_previous: bool,
    pub has_next: bool,
    /// Rows in the whole report; zero where nobody asked.
    pub total: i64,
}

/// Reads one page with these columns, in one statement; counts the whole report, in another, only if `with_total`.
///
/// # Errors
/// As [`Plan::new`], and `INVALID_INPUT` for an order that is none or a cursor of another report or order.
pub async fn page(
    reader: &Reader,
    report: &'static Report,
    asked: &Asked,
    window: &Window,
    columns: impl IntoIterator<Item = &'static Column>,
    with_total: bool,
) -> Result<Slice> {
    let mut plan = Plan::new(report, reader, asked, [])?;
    let order = asked.order(report, reader)?;
    let total = match with_total {
        true => count(reader, plan.select.clone()).await?,
        false => 0,
    };
    let cursor = Cursor::of(report, asked);
    for (name, given, turned) in [
        ("after", &window.after, false),
        ("before", &window.before, true),
    ] {
        if let Some(given) = given {
            let place = cursor.place(report, order.as_ref(), name, given)?;
            let way = direction(order.as_ref(), turned);
            plan.select
                .cond_where(beyond(report, order.as_ref(), &place, way));
        }
    }
    sort(&mut plan, report, order.as_ref(), window.span.from_the_end);
    for column in columns {
        plan.place(column, super::plan::shown(column, &reader.actor));
    }
    let at = cursor.select(&mut plan, report, order.as_ref());
    plan.select.limit(window.span.rows + 1);
    let statement = reader.db.get_database_backend().build(&plan.select);
    let mut found = reader.db.query_all_raw(statement).await?;
    let more = found.len() as u64 > window.span.rows;
    found.truncate(usize::try_from(window.span.rows).unwrap_or_default());
    if window.span.from_the_end {
        found.reverse();
    }
    let mut rows = Vec::with_capacity(found.len());
    for row in found {
        let text = cursor.text(&plan, report, order.as_ref(), &row, at)?;
        rows.push((text, row));
    }
    let (has_previous, has_next) = match window.span.from_the_end {
        false => (window.after.is_some(), more || window.before.is_some()),
        true => (more || window.after.is_some(), window.before.is_some()),
    };
    Ok(Slice {
        plan,
        rows,
        has_previous,
        has_next,
        total,
    })
}

async fn count(reader: &Reader, mut select: SelectStatement) -> Result<i64> {
    select.expr_as(Func::count(Expr::cust("*")), "n");
    let statement = reader.db.get_database_backend().build(&select);
    let row = reader.db.query_one_raw(statement).await?;
    Ok(match row {
        Some(row) => row.try_get_by_index(0)?,
        None => 0,
    })
}

/// Which way rows run, or the other way.
fn direction(order: Option<&Order>, turned: bool) -> Direction {
    let direction = order.map_or(Direction::Asc, |order| order.direction);
    match turned {
        true => direction.turned(),
        false => direction,
    }
}

/// Sorts by the order and then by the report's key, from the other end if `turned`. Rows with nothing to sort by come
/// last, whichever way the others run.
pub(super) fn sort(plan: &mut Plan, report: &Report, order: Option<&Order>, turned: bool) {
    let way = match direction(order, turned) {
        Direction::Asc => SqlOrder::Asc,
        Direction::Desc => SqlOrder::Desc,
    };
    if let Some(order) = order {
        let (expr, way) = (order.expr.clone(), way.clone());
        let nulls = match turned {
            true => NullOrdering::First,
            false => NullOrdering::Last,
        };
        match order.may_be_empty {
            true => plan.select.order_by_expr_with_nulls(expr, way, nulls),
            false => plan.select.order_by_expr(expr, way),
        };
    }
    for (expr, _) in &report.key {
        plan.select.order_by_expr(expr.clone(), way.clone());
    }
}
