//! History in the schema.

use std::collections::HashMap;

use async_graphql::dataloader::Loader;
use async_graphql::{Context, Description, Enum, ID, InputObject, Object, Result};
use chrono::{DateTime, Utc};
use entity::event;
use sea_orm::{ColumnTrait as _, Condition, EntityTrait as _, QueryFilter as _, QueryOrder as _};
use uuid::Uuid;

use crate::access::{self, Guarded as _};
use crate::error::Error;
use crate::reading::{Direction, Page, Reader, SortKey, page};
use crate::schema::{Connected, connect, known, loads, maybe_uuid, nodes, wants_total};
use crate::task::graphql::TaskById;

/// Events of one task that are shown at most.
const SHOWN: usize = 100;

/// What kind of thing happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "event::Kind")]
pub enum EventKind {
    /// Somebody signed in.
    SignedIn,
    /// Somebody signed out, or ended a session.
    SignedOut,
    /// A participant began a task.
    TaskStarted,
    /// A participant asked the mentor to approve a task.
    TaskSubmitted,
    /// A participant took the asking back.
    TaskWithdrawn,
    /// The mentor approved a task.
    TaskApproved,
    /// The mentor sent a task back.
    TaskReturned,
    /// The mentor took a fresh decision back.
    TaskDecisionUndone,
    /// The mentor's mailbox said that a decision was none of theirs.
    TaskDecisionDisowned,
    /// An administrator opened a task again.
    TaskReopened,
    /// An administrator excused a participant from a task.
    TaskWaived,
    /// A participant had the letter to the mentor sent again.
    ApprovalResent,
    /// A request went on to a new mentor.
    ApprovalMoved,
    /// Another mentor took over.
    MentorReplaced,
    /// The mentor was reminded.
    MentorReminded,
    /// The participant was told that no answer has come.
    ParticipantNotified,
    /// A mail server took a letter.
    LetterSent,
    /// A mail server refused a letter for good.
    LetterFailed,
    /// An administrator had a letter sent once more.
    LetterRetried,
    /// A reporting tool's key was made.
    TokenCreated,
    /// A reporting tool's key was taken away.
    TokenRevoked,
    /// A participant got a place.
    EnrolmentStarted,
    /// Somebody can sign in from now on.
    PersonAdded,
    /// A school was listed.
    SchoolAdded,
    /// A training group was added.
    GroupAdded,
}

/// Who did it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "event::ActorKind")]
pub enum ActorKind {
    /// Somebody signed in.
    Person,
    /// A mentor, through an e-mail link.
    Mentor,
    /// A headteacher, through an e-mail link.
    Headteacher,
    /// The portal itself.
    System,
}

/// Which events. What is left out does not narrow the list.
#[derive(Default, InputObject)]
pub struct EventWhere {
    /// Of any of these kinds.
    kind: Option<Vec<EventKind>>,
    /// About this participant.
    enrolment_id: Option<ID>,
    /// About this task.
    task_id: Option<ID>,
    /// At this moment or later.
    from: Option<DateTime<Utc>>,
    /// Before this moment.
    to: Option<DateTime<Utc>>,
}

/// What happened to a task, newest first, by the task's id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct TaskEvents(pub Uuid);

impl Loader<TaskEvents> for Reader {
    type Value = Vec<event::Model>;
    type Error = async_graphql::Error;

    async fn load(&self, keys: &[TaskEvents]) -> Result<HashMap<TaskEvents, Vec<event::Model>>> {
        let rows = event::Entity::find()
            .filter(event::Entity::visible(&self.actor))
            .filter(event::Column::TaskId.is_in(keys.iter().map(|key| key.0)))
            .order_by_desc(event::Column::Id)
            .all(&self.db)
            .await
            .map_err(Error::from)?;
        let mut found: HashMap<_, Vec<_>> = keys.iter().map(|key| (*key, Vec::new())).collect();
        for row in rows {
            if let Some(events) = row.task_id.and_then(|id| found.get_mut(&TaskEvents(id))) {
                if events.len() < SHOWN {
                    events.push(row);
                }
            }
        }
        Ok(found)
    }
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
        Ok(loads(ctx)
            .load_one(TaskById(id))
            .await?
            .map(|task| task.title))
    }
}

#[derive(Default)]
pub struct EventQuery;

#[Object]
impl EventQuery {
    /// What happened, newest first. For administrators.
    async fn events(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many rows, 0 to 100.")] first: i32,
        #[graphql(desc = "The cursor of the last row of the page before.")] after: Option<String>,
        #[graphql(desc = "Which events; all if left out.", name = "where")] filter: Option<
            EventWhere,
        >,
    ) -> Result<Connected<Event>> {
        let reader = known(ctx)?;
        access::entitle::<access::ReadOffice>(&reader.actor)?;
        let filter = filter.unwrap_or_default();
        let bounds = [
            filter
                .kind
                .map(|kinds| event::Column::Kind.is_in(kinds.into_iter().map(event::Kind::from))),
            maybe_uuid(filter.enrolment_id.as_ref(), "participant")?
                .map(|id| event::Column::EnrolmentId.eq(id)),
            maybe_uuid(filter.task_id.as_ref(), "task")?.map(|id| event::Column::TaskId.eq(id)),
            filter.from.map(|at| event::Column::At.gte(at)),
            filter.to.map(|at| event::Column::At.lt(at)),
        ];
        let mut fits = Condition::all();
        for bound in bounds.into_iter().flatten() {
            fits = fits.add(bound);
        }
        let select = event::Entity::find()
            .filter(event::Entity::visible(&reader.actor))
            .filter(fits);
        let (sort, wanted) = (SortKey::age(Direction::Desc), Page::new(first, after)?);
        let slice = page(
            reader,
            select,
            sort,
            event::Column::Id,
            |row| row.id,
            wanted,
            wants_total(ctx),
        )
        .await?;
        if nodes(ctx)
            .iter()
            .any(|look| look.field("taskTitle").exists())
        {
            loads(ctx)
                .load_many(
                    slice
                        .rows
                        .iter()
                        .filter_map(|(_, row)| row.task_id.map(TaskById)),
                )
                .await?;
        }
        Ok(connect(slice, Event))
    }
}
