//! Finding events.

use chrono::{DateTime, Utc};
use entity::event::{Column, Entity, Kind};
use sea_orm::{ColumnTrait as _, Condition, QueryFilter as _, Select};
use uuid::Uuid;

use crate::access::Guarded as _;
use crate::reading::Reader;

/// Which events.
#[derive(Clone, Debug, Default)]
pub struct EventWhere {
    pub kind: Option<Vec<Kind>>,
    pub enrolment_id: Option<Uuid>,
    pub task_id: Option<Uuid>,
    pub from: Option<DateTime<Utc>>,
    pub to: Option<DateTime<Utc>>,
}

impl EventWhere {
    /// The events that the reader may see and that fit.
    pub fn select(&self, reader: &Reader) -> Select<Entity> {
        let bounds = [
            self.kind
                .as_ref()
                .map(|kinds| Column::Kind.is_in(kinds.iter().copied())),
            self.enrolment_id.map(|id| Column::EnrolmentId.eq(id)),
            self.task_id.map(|id| Column::TaskId.eq(id)),
            self.from.map(|at| Column::At.gte(at)),
            self.to.map(|at| Column::At.lt(at)),
        ];
        let fits = bounds
            .into_iter()
            .flatten()
            .fold(Condition::all(), Condition::add);
        Entity::seen_by(&reader.actor).filter(fits)
    }
}
