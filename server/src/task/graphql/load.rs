//! What hangs on tasks, for many at once.

use std::sync::Arc;

use entity::{outcome, task, task_outcome, task_template, template_outcome};
use sea_orm::{EntityTrait as _, QueryOrder as _};
use uuid::Uuid;

use crate::error;
use crate::reading::{Found, Reader, by_id, linked_by, rows_by};
use crate::schema::keys;

keys! {
    /// A task by id.
    pub TaskById => Option<Arc<task::Model>> = by_id::<task::Entity, _>;
    /// The template of a task, by the template's id.
    pub TemplateById => Option<Arc<task_template::Model>> = templates;
    /// The outcomes that a task claims, by the task's id.
    pub OutcomesOfTask => Vec<Arc<outcome::Model>> = claimed;
    /// The outcomes that a template suggests, by the template's id.
    pub OutcomesOfTemplate => Vec<Arc<outcome::Model>> = suggested;
}

async fn templates(
    reader: &Reader,
    ids: &[Uuid],
) -> error::Result<Found<Option<Arc<task_template::Model>>>> {
    let templates = task_template::Entity::find();
    rows_by(reader, templates, task_template::Column::Id, ids).await
}

async fn claimed(reader: &Reader, ids: &[Uuid]) -> error::Result<Found<Vec<Arc<outcome::Model>>>> {
    let claims = task_outcome::Entity::find()
        .find_also_related(outcome::Entity)
        .order_by_asc(outcome::Column::Position);
    linked_by(reader, claims, task_outcome::Column::TaskId, ids).await
}

async fn suggested(
    reader: &Reader,
    ids: &[Uuid],
) -> error::Result<Found<Vec<Arc<outcome::Model>>>> {
    let suggestions = template_outcome::Entity::find()
        .find_also_related(outcome::Entity)
        .order_by_asc(outcome::Column::Position);
    linked_by(
        reader,
        suggestions,
        template_outcome::Column::TemplateId,
        ids,
    )
    .await
}
