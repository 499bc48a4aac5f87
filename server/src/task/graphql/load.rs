//! What hangs on tasks, for many at once.

use async_graphql::{Lookahead, Result};
use entity::{outcome, task, task_outcome, task_template, template_outcome};
use futures_util::future::BoxFuture;
use sea_orm::{EntityTrait as _, QueryOrder as _};
use uuid::Uuid;

use super::Task;
use crate::approval::graphql::{ApprovalRequest, LatestApproval};
use crate::enrolment::graphql::{Enrolment, EnrolmentById};
use crate::error;
use crate::event::graphql::{Event, TaskEvents};
use crate::programme::graphql::Outcome;
use crate::reading::{Found, Reader, by_id, linked_by, rows_by};
use crate::schema::{Loads, Node, fetch, fetch_nodes, keys};

keys! {
    /// A task by id.
    pub TaskById => Option<task::Model> = by_id::<task::Entity>;
    /// The template of a task, by the template's id.
    pub TemplateById => Option<task_template::Model> = templates;
    /// The outcomes that a task claims, by the task's id.
    pub OutcomesOfTask => Vec<outcome::Model> = claimed;
    /// The outcomes that a template suggests, by the template's id.
    pub OutcomesOfTemplate => Vec<outcome::Model> = suggested;
}

async fn templates(
    reader: &Reader,
    ids: &[Uuid],
) -> error::Result<Found<Option<task_template::Model>>> {
    let templates = task_template::Entity::find();
    rows_by(reader, templates, task_template::Column::Id, ids).await
}

async fn claimed(reader: &Reader, ids: &[Uuid]) -> error::Result<Found<Vec<outcome::Model>>> {
    let claims = task_outcome::Entity::find()
        .find_also_related(outcome::Entity)
        .order_by_asc(outcome::Column::Position);
    linked_by(reader, claims, task_outcome::Column::TaskId, ids).await
}

async fn suggested(reader: &Reader, ids: &[Uuid]) -> error::Result<Found<Vec<outcome::Model>>> {
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

impl Node for Task {
    type Row = task::Model;

    fn prefetch<'a>(
        loads: &'a Loads,
        look: Lookahead<'a>,
        rows: &'a [task::Model],
    ) -> BoxFuture<'a, Result<()>> {
        let ids = || rows.iter().map(|row| row.id);
        let templates = || rows.iter().map(|row| row.template_id);
        let enrolments = || rows.iter().map(|row| row.enrolment_id);
        Box::pin(async move {
            if look.field("guidance").exists() {
                fetch(loads, templates().map(TemplateById)).await?;
            }
            let outcomes = look.field("outcomes");
            fetch_nodes::<Outcome, _>(loads, outcomes, ids().map(OutcomesOfTask)).await?;
            let suggested = look.field("suggestedOutcomes");
            fetch_nodes::<Outcome, _>(loads, suggested, templates().map(OutcomesOfTemplate))
                .await?;
            let timeline = look.field("timeline");
            fetch_nodes::<Event, _>(loads, timeline, ids().map(TaskEvents)).await?;
            if look.field("can").exists() {
                fetch(loads, ids().map(LatestApproval)).await?;
            }
            let approval = look.field("approval");
            fetch_nodes::<ApprovalRequest, _>(loads, approval, ids().map(LatestApproval)).await?;
            let enrolment = look.field("enrolment");
            fetch_nodes::<Enrolment, _>(loads, enrolment, enrolments().map(EnrolmentById)).await
        })
    }
}
