//! One event in the schema.

use std::sync::Arc;

use async_graphql::{ID, Result};
use chrono::{DateTime, Utc};
use entity::event;
use sea_orm::QueryOrder as _;
use uuid::Uuid;

use super::{ActorKind, EventKind};
use crate::access::Guarded as _;
use crate::error;
use crate::person::masked_within;
use crate::reading::{Found, Reader, rows_by};
use crate::schema::{keys, object};
use crate::task::graphql::TaskById;

/// Events of one task that are shown at most.
const SHOWN: usize = 100;

keys! {
    /// What happened to a task, newest first, by the task's id.
    pub TaskEvents => Vec<Arc<event::Model>> = of_tasks;
}

async fn of_tasks(reader: &Reader, ids: &[Uuid]) -> error::Result<Found<Vec<Arc<event::Model>>>> {
    let newest_first = event::Entity::seen_by(&reader.actor).order_by_desc(event::Column::Id);
    let mut found: Found<Vec<_>> =
        rows_by(reader, newest_first, event::Column::TaskId, ids).await?;
    found.values_mut().for_each(|events| events.truncate(SHOWN));
    Ok(found)
}

object! {
    /// Something that happened. Events are never changed.
    Event(event: event::Model, loads);

    /// Stable for good.
    id: ID => event.id.into();
    /// When.
    at: DateTime<Utc> => event.at;
    /// What.
    kind: EventKind => event.kind.into();
    /// Who, by kind.
    actor_kind: ActorKind => event.actor_kind.into();
    /// Who, by the name as it was; a mentor's as typed.
    actor_name: &str => &event.actor_name;
    /// The words that go with it: a comment, a reason. Addresses in what a mail server said are masked unless you are an
    /// administrator.
    note: Option<String> => event.note.as_deref().map(|note| {
        let is_whole = event.kind != event::Kind::LetterFailed || loads.actor().sees_addresses_whole();
        if is_whole { note.to_owned() } else { masked_within(note) }
    });
    /// The task that it is about.
    task_id: Option<ID> => event.task_id.map(Into::into);
    /// The participant that it is about.
    enrolment_id: Option<ID> => event.enrolment_id.map(Into::into);
    /// The title of that task.
    task_title: Option<String> where found = event.task_id.map(TaskById) => found.map(|task| task.title.clone());
}
