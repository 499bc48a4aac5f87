//! What hangs on tasks, for many at once.

use std::sync::Arc;

use entity::{outcome, task, task_outcome, task_template, template_outcome};
use sea_orm::{EntityTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _};
use uuid::Uuid;

use crate::access::Guarded as _;
use crate::error;
use crate::reading::{Found, Reader, any_of, linked_by, rows_by};
use crate::schema::{Key, Loads, Plan, keys};
use crate::task::without_texts;

keys! {
    /// A task by id, without its texts.
    pub TaskById => Option<Arc<task::Model>> = by_ids;
    /// What was done and what was learned, by the task's id.
    pub(super) TextsOf => Option<(String, String)> = texts;
    /// The template of a task, by the template's id.
    pub TemplateById => Option<Arc<task_template::Model>> = templates;
    /// An outcome by id.
    pub OutcomeById => Option<Arc<outcome::Model>> = outcomes;
    /// The outcomes that a template suggests, by the template's id.
    pub OutcomesOfTemplate => Vec<Arc<outcome::Model>> = suggested;
}

async fn by_ids(reader: &Reader, ids: &[Uuid]) -> error::Result<Found<Option<Arc<task::Model>>>> {
    let tasks = without_texts(task::Entity::seen_by(&reader.actor));
    rows_by(reader, tasks, task::Column::Id, ids).await
}

async fn texts(reader: &Reader, ids: &[Uuid]) -> error::Result<Found<Option<(String, String)>>> {
    let texts: Vec<(Uuid, String, String)> = task::Entity::seen_by(&reader.actor)
        .select_only()
        .columns([
            task::Column::Id,
            task::Column::Account,
            task::Column::Reflection,
        ])
        .filter(any_of(&reader.db, task::Column::Id, ids))
        .into_tuple()
        .all(&reader.db)
        .await?;
    let texts = texts.into_iter();
    Ok(texts
        .map(|(id, account, reflection)| (id, Some((account, reflection))))
        .collect())
}

async fn templates(
    reader: &Reader,
    ids: &[Uuid],
) -> error::Result<Found<Option<Arc<task_template::Model>>>> {
    let templates = task_template::Entity::find();
    rows_by(reader, templates, task_template::Column::Id, ids).await
}

async fn outcomes(
    reader: &Reader,
    ids: &[Uuid],
) -> error::Result<Found<Option<Arc<outcome::Model>>>> {
    rows_by(reader, outcome::Entity::find(), outcome::Column::Id, ids).await
}

async fn suggested(
    reader: &Reader,
    ids: &[Uuid],
) -> error::Result<Found<Vec<Arc<outcome::Model>>>> {
    let suggestions = template_outcome::Entity::find()
        .find_also_related(outcome::Entity)
        .order_by_asc(outcome::Column::Position);
    let column = template_outcome::Column::TemplateId;
    linked_by(reader, suggestions, column, ids).await
}

/// The outcomes that a task claims, in the award's order, by the task's id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct OutcomesOfTask(pub Uuid);

impl Key for OutcomesOfTask {
    type Found = Vec<Arc<outcome::Model>>;

    fn id(self) -> Uuid {
        self.0
    }

    async fn find(loads: &Loads, plan: &Plan, ids: &[Uuid]) -> error::Result<Found<Self::Found>> {
        use task_outcome::Column;
        let db = &loads.reader().db;
        let claims: Vec<(Uuid, Uuid)> = task_outcome::Entity::find()
            .select_only()
            .columns([Column::TaskId, Column::OutcomeId])
            .filter(any_of(db, Column::TaskId, ids))
            .into_tuple()
            .all(db)
            .await?;
        let mut by_task: Found<Vec<Uuid>> = Found::default();
        for (task, outcome) in claims {
            by_task.entry(task).or_default().push(outcome);
        }
        claimed(loads, plan, by_task.into_iter().collect()).await
    }
}

/// Tells which outcomes these tasks claim, for whom the claims came along.
pub async fn tell_claims(
    loads: &Loads,
    plan: &Plan,
    claims: Vec<(Uuid, Vec<Uuid>)>,
) -> error::Result<()> {
    let found = claimed(loads, plan, claims).await?;
    let found = found.into_iter();
    loads.tell(found.map(|(task, outcomes)| (OutcomesOfTask(task), outcomes)));
    Ok(())
}

/// The outcomes themselves: many tasks claim the same few, which come over once.
async fn claimed(
    loads: &Loads,
    plan: &Plan,
    claims: Vec<(Uuid, Vec<Uuid>)>,
) -> error::Result<Found<Vec<Arc<outcome::Model>>>> {
    let outcomes = claims.iter().flat_map(|(_, outcomes)| outcomes);
    loads
        .fetch(outcomes.map(|id| OutcomeById(*id)), plan)
        .await?;
    let in_order = claims.into_iter().map(|(task, outcomes)| {
        let outcomes = outcomes.into_iter();
        let mut outcomes: Vec<_> = outcomes
            .filter_map(|id| loads.found(OutcomeById(id)))
            .collect();
        outcomes.sort_unstable_by_key(|outcome| outcome.position);
        (task, outcomes)
    });
    Ok(in_order.collect())
}
