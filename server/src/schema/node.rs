//! Types of the schema that stand on rows.

use async_graphql::{Lookahead, OutputType, Result};
use futures_util::future::BoxFuture;

use super::Loads;

/// A type of the schema that stands on a row.
pub trait Node: OutputType {
    type Row: Clone + Send + Sync;

    /// Loads what the client wants of these rows, a fixed number of statements a kind however many rows there are.
    /// Boxed, since the types stand in a circle: a task has a participant, who has tasks.
    fn prefetch<'a>(
        _loads: &'a Loads,
        _look: Lookahead<'a>,
        _rows: &'a [Self::Row],
    ) -> BoxFuture<'a, Result<()>> {
        Box::pin(async { Ok(()) })
    }
}
