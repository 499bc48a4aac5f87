//! Asking for history.

use async_graphql::{Context, Error, ID, InputObject, Object, Result};
use chrono::{DateTime, Utc};

use super::{Event, EventKind};
use crate::event::EventWhere;
use crate::reading::{Direction, Page, SortKey};
use crate::schema::{Connected, list, maybe_uuid, office, plain};

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
        #[graphql(desc = "Which events; all if left out.", name = "where")] filter: Option<Where>,
    ) -> Result<Connected<Event>> {
        let reader = office(ctx)?;
        let events = EventWhere::try_from(filter.unwrap_or_default())?.select(reader);
        let newest_first = SortKey::age(Direction::Desc);
        list(ctx, events, newest_first, Page::new(first, after)?, Event).await
    }
}

/// Which events. What is left out does not narrow the list.
#[derive(Default, InputObject)]
#[graphql(name = "EventWhere")]
pub struct Where {
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

impl TryFrom<Where> for EventWhere {
    type Error = Error;

    fn try_from(filter: Where) -> Result<Self> {
        Ok(Self {
            kind: plain(filter.kind),
            enrolment_id: maybe_uuid(filter.enrolment_id.as_ref(), "participant")?,
            task_id: maybe_uuid(filter.task_id.as_ref(), "task")?,
            from: filter.from,
            to: filter.to,
        })
    }
}
