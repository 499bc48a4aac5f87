//! Lists as Relay connections.

use async_graphql::connection::{Connection, Edge, EmptyFields};
use async_graphql::{Context, Enum, Lookahead, OutputType, SimpleObject};

use crate::reading::{self, Slice};

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

/// The page as the client gets it.
pub fn connect<M, N: OutputType>(slice: Slice<M>, node: impl Fn(M) -> N) -> Connected<N> {
    let total = Total {
        total_count: i32::try_from(slice.total).unwrap_or(i32::MAX),
    };
    let mut connection =
        Connection::with_additional_fields(slice.has_previous, slice.has_next, total);
    connection.edges.extend(
        slice
            .rows
            .into_iter()
            .map(|(cursor, row)| Edge::new(cursor, node(row))),
    );
    connection
}

/// Whether the client asked how long the list is; counting costs a statement.
pub fn wants_total(ctx: &Context<'_>) -> bool {
    ctx.look_ahead().field("totalCount").exists()
}

/// What the client asked of each row, by either way to it.
pub fn nodes<'a>(ctx: &'a Context<'a>) -> [Lookahead<'a>; 2] {
    let page = ctx.look_ahead();
    [page.field("nodes"), page.field("edges").field("node")]
}
