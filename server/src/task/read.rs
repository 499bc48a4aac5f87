//! Finding tasks, and the text that a mentor approves.

use chrono::{DateTime, NaiveDate, TimeZone as _, Utc};
use entity::task::{self, Column, Entity, State};
use entity::{enrolment, outcome, task_outcome};
use sea_orm::sea_query::{Expr, ExprTrait as _, Func};
use sea_orm::{
    ColumnTrait as _, Condition, ConnectionTrait, EntityTrait as _, IntoSimpleExpr as _,
    QueryFilter as _, QueryOrder as _, QuerySelect as _, QueryTrait as _, Select,
};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use crate::access::{Guarded as _, hex};
use crate::error::Result;
use crate::reading::{Direction, Key, Reader, SortKey, contains};

/// Which tasks.
#[derive(Clone, Debug, Default)]
pub struct TaskWhere {
    pub state: Option<Vec<State>>,
    pub enrolment_id: Option<Uuid>,
    pub group_id: Option<Uuid>,
    pub school_id: Option<Uuid>,
    pub outcome_id: Option<Uuid>,
    pub overdue: Option<bool>,
    pub due_from: Option<NaiveDate>,
    pub due_to: Option<NaiveDate>,
    pub submitted_from: Option<DateTime<Utc>>,
    pub submitted_to: Option<DateTime<Utc>>,
    pub search: Option<String>,
}

/// What tasks are sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TaskOrderField {
    #[default]
    DueOn,
    Position,
    Title,
    SubmittedAt,
    UpdatedAt,
}

#[derive(Clone, Copy, Debug, Default)]
pub struct TaskOrder {
    pub field: TaskOrderField,
    pub direction: Direction,
}

impl TaskOrder {
    pub fn sort_key(self) -> SortKey {
        let (expr, key) = match self.field {
            TaskOrderField::DueOn => (Column::DueOn.into_simple_expr(), Key::Day),
            TaskOrderField::Position => (
                Expr::col((Entity, Column::Position)).cast_as("bigint"),
                Key::Int,
            ),
            TaskOrderField::Title => (Column::Title.into_simple_expr(), Key::Text),
            TaskOrderField::UpdatedAt => (Column::UpdatedAt.into_simple_expr(), Key::Moment),
            TaskOrderField::SubmittedAt => (
                or_long_ago(Column::SubmittedAt.into_simple_expr()),
                Key::Moment,
            ),
        };
        SortKey {
            expr,
            key,
            direction: self.direction,
        }
    }
}

/// A moment, or one before all others where there is none.
pub fn or_long_ago(expr: sea_orm::sea_query::SimpleExpr) -> sea_orm::sea_query::SimpleExpr {
    let long_ago = Utc.timestamp_opt(0, 0).single().unwrap_or_default();
    Func::coalesce([expr, Expr::value(long_ago)]).into()
}

impl TaskWhere {
    /// The tasks that the reader may see and that fit.
    pub fn select(&self, reader: &Reader) -> Select<Entity> {
        let enrolments = |column: enrolment::Column, id: Uuid| {
            enrolment::Entity::find()
                .select_only()
                .column(enrolment::Column::Id)
                .filter(column.eq(id))
                .into_query()
        };
        let mut fits = Condition::all();
        if let Some(states) = &self.state {
            fits = fits.add(Column::State.is_in(states.iter().copied()));
        }
        if let Some(id) = self.enrolment_id {
            fits = fits.add(Column::EnrolmentId.eq(id));
        }
        if let Some(id) = self.group_id {
            fits = fits
                .add(Column::EnrolmentId.in_subquery(enrolments(enrolment::Column::GroupId, id)));
        }
        if let Some(id) = self.school_id {
            fits = fits
                .add(Column::EnrolmentId.in_subquery(enrolments(enrolment::Column::SchoolId, id)));
        }
        if let Some(id) = self.outcome_id {
            let claims = task_outcome::Entity::find()
                .select_only()
                .column(task_outcome::Column::TaskId)
                .filter(task_outcome::Column::OutcomeId.eq(id));
            fits = fits.add(Column::Id.in_subquery(claims.into_query()));
        }
        if let Some(overdue) = self.overdue {
            let late =
                Condition::all()
                    .add(Column::DueOn.lt(reader.today()))
                    .add(Column::State.is_in([
                        State::Available,
                        State::InProgress,
                        State::Returned,
                        State::Reopened,
                    ]));
            fits = fits.add(if overdue { late } else { late.not() });
        }
        let bounds = [
            self.due_from.map(|day| Column::DueOn.gte(day)),
            self.due_to.map(|day| Column::DueOn.lte(day)),
            self.submitted_from.map(|at| Column::SubmittedAt.gte(at)),
            self.submitted_to.map(|at| Column::SubmittedAt.lt(at)),
            self.search
                .as_deref()
                .filter(|text| !text.trim().is_empty())
                .map(|text| contains(Column::Title, text)),
        ];
        for bound in bounds.into_iter().flatten() {
            fits = fits.add(bound);
        }
        Entity::find()
            .filter(Entity::visible(&reader.actor))
            .filter(fits)
    }
}

/// The codes of the outcomes that the participant claims for a task, in the award's order.
pub async fn outcome_codes(db: &impl ConnectionTrait, task_id: Uuid) -> Result<Vec<String>> {
    Ok(task_outcome::Entity::find()
        .filter(task_outcome::Column::TaskId.eq(task_id))
        .find_also_related(outcome::Entity)
        .order_by_asc(outcome::Column::Position)
        .all(db)
        .await?
        .into_iter()
        .filter_map(|(_, outcome)| outcome.map(|outcome| outcome.code))
        .collect())
}

/// The hash of everything that a mentor is shown and approves: SHA-256 in hex over the fields, each preceded by its
/// length so that none runs into the next.
pub async fn text_hash(db: &impl ConnectionTrait, task: &task::Model) -> Result<String> {
    Ok(hash(task, &outcome_codes(db, task.id).await?))
}

/// The same for a task whose outcomes are known already, in the award's order.
pub fn hash(task: &task::Model, outcome_codes: &[String]) -> String {
    let day = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    let mut fields = vec![
        task.id.to_string(),
        task.title.clone(),
        task.account.clone(),
        task.reflection.clone(),
        day(task.done_from),
        day(task.done_to),
    ];
    fields.extend(outcome_codes.iter().cloned());
    let mut hasher = Sha256::new();
    for field in fields {
        hasher.update((field.len() as u64).to_be_bytes());
        hasher.update(field.as_bytes());
    }
    hex(&hasher.finalize())
}
