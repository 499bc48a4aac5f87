//! What hangs on approval requests, for many at once.

use async_graphql::{Lookahead, Result};
use entity::{approval_request, letter};
use futures_util::future::BoxFuture;
use sea_orm::{EntityTrait as _, QueryOrder as _};
use uuid::Uuid;

use super::ApprovalRequest;
use crate::access::Guarded as _;
use crate::error;
use crate::mentor::graphql::{Mentor, MentorById};
use crate::reading::{Found, Reader, rows_by};
use crate::schema::{Loads, Node, fetch, fetch_nodes, keys};
use crate::task::graphql::{Task, TaskById};

keys! {
    /// The latest request about a task, by the task's id.
    pub LatestApproval => Option<approval_request::Model> = latest;
    /// How a request's letter is doing, by the letter's id. Whoever sees the request may know this much of its letter.
    pub(super) LetterOfRequest => Option<letter::Model> = letters;
}

async fn latest(
    reader: &Reader,
    ids: &[Uuid],
) -> error::Result<Found<Option<approval_request::Model>>> {
    let oldest_first =
        approval_request::Entity::seen_by(&reader.actor).order_by_asc(approval_request::Column::Id);
    rows_by(reader, oldest_first, approval_request::Column::TaskId, ids).await
}

async fn letters(reader: &Reader, ids: &[Uuid]) -> error::Result<Found<Option<letter::Model>>> {
    rows_by(reader, letter::Entity::find(), letter::Column::Id, ids).await
}

impl Node for ApprovalRequest {
    type Row = approval_request::Model;

    fn prefetch<'a>(
        loads: &'a Loads,
        look: Lookahead<'a>,
        rows: &'a [approval_request::Model],
    ) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            let tasks = rows.iter().map(|row| TaskById(row.task_id));
            fetch_nodes::<Task, _>(loads, look.field("task"), tasks).await?;
            let mentors = rows.iter().map(|row| MentorById(row.mentor_id));
            fetch_nodes::<Mentor, _>(loads, look.field("mentor"), mentors).await?;
            if look.field("letter").exists() {
                let letters = rows.iter().filter_map(|row| row.letter_id);
                fetch(loads, letters.map(LetterOfRequest)).await?;
            }
            Ok(())
        })
    }
}
