//! Lists as Relay connections.

use async_graphql::connection::{Connection, Edge, EmptyFields};
use async_graphql::{Context, Enum, Lookahead, Result, SimpleObject};
use sea_orm::{FromQueryResult, Select};

use super::{Node, loads, reader};
use crate::access::Guarded;
use crate::reading::{self, Page, SortKey, int, page};

/// A page of a list.
pub type Connected<N> = Connection<String, N, Total, EmptyFields>;

/// What a page tells about the whole list.
#[derive(SimpleObject)]
pub struct Total {
    /// Rows in the whole list, over all pages.
    total_count: i32,
}

/// Which way a list runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "reading::Direction")]
pub enum Direction {
    /// Smallest, earliest or first in the alphabet first.
    Asc,
    /// Largest, latest or last in the alphabet first.
    Desc,
}

/// One page of the rows of `select`, with what the client wants of each.
///
/// # Errors
/// `INVALID_INPUT` for a cursor of a list that is sorted in another way.
pub async fn list<E, N>(
    ctx: &Context<'_>,
    select: Select<E>,
    sort: SortKey,
    wanted: Page,
    node: fn(E::Model) -> N,
) -> Result<Connected<N>>
where
    E: Guarded,
    E::Model: FromQueryResult + Sized + Send + Sync,
    N: Node<Row = E::Model>,
{
    let slice = page(reader(ctx), select, sort, wanted, wants_total(ctx)).await?;
    let rows = slice.models();
    for look in nodes(ctx) {
        N::prefetch(loads(ctx), look, &rows).await?;
    }
    let total = Total {
        total_count: int(slice.total),
    };
    let mut connection =
        Connection::with_additional_fields(slice.has_previous, slice.has_next, total);
    connection.edges.extend(
        slice
            .rows
            .into_iter()
            .map(|(cursor, row)| Edge::new(cursor, node(row))),
    );
    Ok(connection)
}

/// Whether the client asked how long the list is; counting costs a statement.
fn wants_total(ctx: &Context<'_>) -> bool {
    ctx.look_ahead().field("totalCount").exists()
}

/// What the client asked of each row, by either way to it.
fn nodes<'a>(ctx: &'a Context<'a>) -> [Lookahead<'a>; 2] {
    let page = ctx.look_ahead();
    [page.field("nodes"), page.field("edges").field("node")]
}
