//! One event in the schema.

use async_graphql::{Context, Description, ID, Lookahead, Object, Result};
use chrono::{DateTime, Utc};
use entity::event;
use futures_util::future::BoxFuture;
use sea_orm::QueryOrder as _;
use uuid::Uuid;

use super::{ActorKind, EventKind};
use crate::access::Guarded as _;
use crate::error;
use crate::reading::{Found, Reader, rows_by};
use crate::schema::{Loads, Node, fetch, keys, load};
use crate::task::graphql::TaskById;

/// Events of one task that are shown at most.
const SHOWN: usize = 100;

keys! {
    /// What happened to a task, newest first, by the task's id.
    pub TaskEvents => Vec<event::Model> = of_tasks;
}

async fn of_tasks(reader: &Reader, ids: &[Uuid]) -> error::Result<Found<Vec<event::Model>>> {
    let newest_first = event::Entity::seen_by(&reader.actor).order_by_desc(event::Column::Id);
    let mut found: Found<Vec<_>> =
        rows_by(reader, newest_first, event::Column::TaskId, ids).await?;
    found.values_mut().for_each(|events| events.truncate(SHOWN));
    Ok(found)
}

/// Something that happened. Events are never changed.
#[derive(Description)]
pub struct Event(pub event::Model);

#[Object(use_type_description)]
impl Event {
    /// Stable for good.
    async fn id(&self) -> ID {
        self.0.id.into()
    }

    /// When.
    async fn at(&self) -> DateTime<Utc> {
        self.0.at
    }

    /// What.
    async fn kind(&self) -> EventKind {
        self.0.kind.into()
    }

    /// Who, by kind.
    async fn actor_kind(&self) -> ActorKind {
        self.0.actor_kind.into()
    }

    /// Who, by the name as it was; a mentor's as typed.
    async fn actor_name(&self) -> &str {
        &self.0.actor_name
    }

    /// The words that go with it: a comment, a reason.
    async fn note(&self) -> Option<&str> {
        self.0.note.as_deref()
    }

    /// The task that it is about.
    async fn task_id(&self) -> Option<ID> {
        self.0.task_id.map(Into::into)
    }

    /// The participant that it is about.
    async fn enrolment_id(&self) -> Option<ID> {
        self.0.enrolment_id.map(Into::into)
    }

    /// The title of that task.
    async fn task_title(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        let Some(id) = self.0.task_id else {
            return Ok(None);
        };
        Ok(load(ctx, TaskById(id)).await?.map(|task| task.title))
    }
}

impl Node for Event {
    type Row = event::Model;

    fn prefetch<'a>(
        loads: &'a Loads,
        look: Lookahead<'a>,
        rows: &'a [event::Model],
    ) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            if look.field("taskTitle").exists() {
                let tasks = rows.iter().filter_map(|row| row.task_id);
                fetch(loads, tasks.map(TaskById)).await?;
            }
            Ok(())
        })
    }
}
