//! Finding approval requests.

use chrono::{DateTime, Utc};
use entity::approval_request::{Column, Entity, State};
use entity::{enrolment, task_outcome};
use sea_orm::{
    ColumnTrait as _, Condition, EntityTrait as _, IntoSimpleExpr as _, QueryFilter as _,
    QuerySelect as _, QueryTrait as _, Select,
};
use uuid::Uuid;

use crate::access::Guarded as _;
use crate::reading::{Direction, Key, Reader, SortKey};
use crate::task::or_long_ago;

/// Which requests.
#[derive(Clone, Debug, Default)]
pub struct ApprovalWhere {
    pub state: Option<Vec<State>>,
    pub enrolment_id: Option<Uuid>,
    pub group_id: Option<Uuid>,
    pub school_id: Option<Uuid>,
    pub mentor_id: Option<Uuid>,
    pub outcome_id: Option<Uuid>,
    pub asked_from: Option<DateTime<Utc>>,
    pub asked_to: Option<DateTime<Utc>>,
}

/// What requests are sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ApprovalOrderField {
    #[default]
    AskedAt,
    DecidedAt,
}

#[derive(Clone, Copy, Debug, Default)]
pub struct ApprovalOrder {
    pub field: ApprovalOrderField,
    pub direction: Direction,
}

impl ApprovalOrder {
    pub fn sort_key(self) -> SortKey {
        let expr = match self.field {
            ApprovalOrderField::AskedAt => Column::AskedAt.into_simple_expr(),
            ApprovalOrderField::DecidedAt => or_long_ago(Column::DecidedAt.into_simple_expr()),
        };
        SortKey {
            expr,
            key: Key::Moment,
            direction: self.direction,
        }
    }
}

impl ApprovalWhere {
    /// The requests that the reader may see and that fit.
    pub fn select(&self, reader: &Reader) -> Select<Entity> {
        let enrolments = |column: enrolment::Column, id: Uuid| {
            enrolment::Entity::find()
                .select_only()
                .column(enrolment::Column::Id)
                .filter(column.eq(id))
                .into_query()
        };
        let claims = |id: Uuid| {
            task_outcome::Entity::find()
                .select_only()
                .column(task_outcome::Column::TaskId)
                .filter(task_outcome::Column::OutcomeId.eq(id))
                .into_query()
        };
        let bounds = [
            self.state
                .as_ref()
                .map(|states| Column::State.is_in(states.iter().copied())),
            self.enrolment_id.map(|id| Column::EnrolmentId.eq(id)),
            self.group_id.map(|id| {
                Column::EnrolmentId.in_subquery(enrolments(enrolment::Column::GroupId, id))
            }),
            self.school_id.map(|id| {
                Column::EnrolmentId.in_subquery(enrolments(enrolment::Column::SchoolId, id))
            }),
            self.mentor_id.map(|id| Column::MentorId.eq(id)),
            self.outcome_id
                .map(|id| Column::TaskId.in_subquery(claims(id))),
            self.asked_from.map(|at| Column::AskedAt.gte(at)),
            self.asked_to.map(|at| Column::AskedAt.lt(at)),
        ];
        let mut fits = Condition::all();
        for bound in bounds.into_iter().flatten() {
            fits = fits.add(bound);
        }
        Entity::find()
            .filter(Entity::visible(&reader.actor))
            .filter(fits)
    }
}
