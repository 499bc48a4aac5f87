//! Lists as Relay connections.

use std::sync::Arc;

use async_graphql::{Context, Enum, Result};
use sea_orm::{FromQueryResult, Select};

use super::{Shown, object, plan_of, reader};
use crate::access::Guarded;
use crate::reading::{self, Page, SortKey, int, page};

/// Which way a list runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "reading::Direction")]
pub enum Direction {
    /// Smallest, earliest or first in the alphabet first.
    Asc,
    /// Largest, latest or last in the alphabet first.
    Desc,
}

/// The rows of one page.
#[derive(Debug)]
pub struct Rows<N> {
    /// Each with its cursor.
    rows: Vec<(String, N)>,
    has_previous: bool,
    has_next: bool,
    total: u64,
}

impl<N> Rows<N> {
    fn cursor(row: Option<&(String, N)>) -> Option<String> {
        row.map(|(cursor, _)| cursor.clone())
    }
}

object! {
    /// A page of a list.
    Connected[N](page: Rows<N>, loads) named format!("{}Connection", N::type_name());

    /// Where the page stands in the list.
    page_info: PageInfo => PageInfo::from(Ends {
        has_previous: page.has_previous,
        has_next: page.has_next,
        start: Rows::cursor(page.rows.first()),
        end: Rows::cursor(page.rows.last()),
    });
    /// The rows, each with its cursor.
    edges: Vec<Edge<N>> => page.rows.iter().cloned().map(Edge::from).collect();
    /// The rows.
    nodes: Vec<N> => page.rows.iter().map(|(_, node)| node.clone()).collect();
    /// Rows in the whole list, over all pages.
    total_count: i32 => int(page.total);
}

object! {
    /// A row in a list.
    Edge[N](row: (String, N), loads) named format!("{}Edge", N::type_name());

    /// The row.
    node: N => row.1.clone();
    /// Where it stands in the list: the list can be read on from here.
    cursor: &str => &row.0;
}

/// Between which rows a page lies.
#[derive(Debug)]
pub struct Ends {
    pub has_previous: bool,
    pub has_next: bool,
    pub start: Option<String>,
    pub end: Option<String>,
}

object! {
    /// Where a page stands in its list.
    PageInfo(ends: Ends, loads);

    /// Whether there are rows before this page.
    has_previous_page: bool => ends.has_previous;
    /// Whether there are rows after it.
    has_next_page: bool => ends.has_next;
    /// The cursor of its first row, to read backwards from.
    start_cursor: Option<&str> => ends.start.as_deref();
    /// The cursor of its last row, to read on from.
    end_cursor: Option<&str> => ends.end.as_deref();
}

impl<N> Connected<N> {
    /// The rows of the page.
    pub fn nodes(&self) -> impl Iterator<Item = &N> {
        self.0.rows.iter().map(|(_, node)| node)
    }
}

/// One page of the rows of `select`.
///
/// # Errors
/// `INVALID_INPUT` for a cursor of a list that is sorted in another way.
pub async fn list<E, N>(
    ctx: &Context<'_>,
    select: Select<E>,
    sort: SortKey,
    wanted: Page,
    node: fn(Arc<E::Model>) -> N,
) -> Result<Connected<N>>
where
    E: Guarded,
    E::Model: FromQueryResult + Sized + Send + Sync,
    N: Shown + Clone,
{
    // Counting costs a statement.
    let with_total = plan_of::<Connected<N>, _>(ctx, ctx.item).wants("total_count");
    let slice = page(reader(ctx), select, sort, wanted, with_total).await?;
    let rows = slice.rows.into_iter();
    Ok(Connected::from(Rows {
        rows: rows
            .map(|(cursor, row)| (cursor, node(row.into())))
            .collect(),
        has_previous: slice.has_previous,
        has_next: slice.has_next,
        total: slice.total,
    }))
}
