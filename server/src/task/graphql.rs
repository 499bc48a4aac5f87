//! Tasks in the schema.

use std::collections::HashMap;

use async_graphql::dataloader::Loader;
use async_graphql::{Context, Description, Enum, ID, InputObject, Lookahead, Object, Result};
use chrono::{DateTime, NaiveDate, Utc};
use entity::{outcome, task, task_outcome, task_template, template_outcome};
use futures_util::future::BoxFuture;
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _, QueryOrder as _};
use uuid::Uuid;

use super::{Account, Step, TaskOrder, TaskOrderField, TaskWhere, next};
use crate::access::{self, Action, Actor, Guarded as _};
use crate::approval::graphql::{ApprovalRequest, LatestApproval, prefetch as prefetch_approvals};
use crate::approval::resend_from;
use crate::enrolment::graphql::{Enrolment, EnrolmentById, prefetch as prefetch_enrolments};
use crate::enrolment::is_overdue;
use crate::error::Error;
use crate::event::graphql::{Event, TaskEvents};
use crate::programme::graphql::Outcome;
use crate::reading::{self, Page, Reader, page};
use crate::schema::{
    Connected, Direction, Loads, actor, by_id, connect, known, loads, maybe_uuid, nodes, portal,
    reader, uuid, wants_total,
};
use crate::tx;

/// Where a task stands. Overdue is not a state: it is computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "task::State")]
pub enum TaskState {
    /// Not begun.
    Available,
    /// Begun; a draft exists.
    InProgress,
    /// With the mentor.
    Submitted,
    /// The mentor has approved it.
    Approved,
    /// The mentor has sent it back with a comment.
    Returned,
    /// An administrator has excused the participant from it.
    Waived,
    /// Was approved or waived, and is open again.
    Reopened,
}

/// What somebody may do with a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum TaskAction {
    /// Write in it.
    Save,
    /// Ask the mentor to approve it.
    Submit,
    /// Take the asking back.
    Withdraw,
    /// Have the letter to the mentor sent again.
    Resend,
    /// Open it again; needs a reason.
    Reopen,
    /// Excuse the participant from it; needs a reason.
    Waive,
}

/// What tasks are sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "TaskOrderField", name = "TaskOrderField")]
pub enum OrderField {
    /// The day by which it is due.
    DueOn,
    /// The award's own order.
    Position,
    /// By title.
    Title,
    /// When it was last submitted; those never submitted count as before all others.
    SubmittedAt,
    /// When it last changed.
    UpdatedAt,
}

/// Which tasks. What is left out does not narrow the list.
#[derive(Default, InputObject)]
#[graphql(name = "TaskWhere")]
pub struct Where {
    /// In any of these states.
    state: Option<Vec<TaskState>>,
    /// Of this participant.
    enrolment_id: Option<ID>,
    /// Of this training group.
    group_id: Option<ID>,
    /// Of participants at this school.
    school_id: Option<ID>,
    /// Claimed to cover this outcome.
    outcome_id: Option<ID>,
    /// Past its day and not with the mentor, or not so.
    overdue: Option<bool>,
    /// Due on this day or later.
    due_from: Option<NaiveDate>,
    /// Due on this day or earlier.
    due_to: Option<NaiveDate>,
    /// Last submitted at this moment or later.
    submitted_from: Option<DateTime<Utc>>,
    /// Last submitted before this moment.
    submitted_to: Option<DateTime<Utc>>,
    /// Part of the title.
    search: Option<String>,
}

/// How tasks are sorted.
#[derive(InputObject)]
#[graphql(name = "TaskOrder")]
pub struct OrderBy {
    /// By what.
    field: OrderField,
    /// Which way.
    #[graphql(default_with = "Direction::Asc")]
    direction: Direction,
}

/// A task's draft.
#[derive(InputObject)]
pub struct SaveTaskInput {
    /// The task.
    task_id: ID,
    /// The version that was changed; another one meanwhile is a `CONFLICT`.
    version: i32,
    /// What was done; at most 10,000 characters.
    account: String,
    /// What was learned from it; at most 10,000 characters.
    reflection: String,
    /// The first day of the work.
    done_from: Option<NaiveDate>,
    /// The last day of the work.
    done_to: Option<NaiveDate>,
    /// The outcomes that it covers.
    outcome_ids: Vec<ID>,
}

/// A task to hand to the mentor.
#[derive(InputObject)]
pub struct SubmitTaskInput {
    /// The task.
    task_id: ID,
    /// The version that was checked; another one meanwhile is a `CONFLICT`.
    version: i32,
}

/// A task to take back from the mentor.
#[derive(InputObject)]
pub struct WithdrawTaskInput {
    /// The task.
    task_id: ID,
}

/// A task with which something unusual happens, and why.
#[derive(InputObject)]
pub struct ReasonInput {
    /// The task.
    task_id: ID,
    /// Why; goes into the history; at most 1,000 characters.
    reason: String,
}

by_id! {
    /// A task by id.
    TaskById, task
}

/// The template of a task, by the template's id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct TemplateById(pub Uuid);

impl Loader<TemplateById> for Reader {
    type Value = task_template::Model;
    type Error = async_graphql::Error;

    async fn load(
        &self,
        keys: &[TemplateById],
    ) -> Result<HashMap<TemplateById, task_template::Model>> {
        let rows = task_template::Entity::find()
            .filter(task_template::Column::Id.is_in(keys.iter().map(|key| key.0)))
            .all(&self.db)
            .await
            .map_err(Error::from)?;
        Ok(rows
            .into_iter()
            .map(|row| (TemplateById(row.id), row))
            .collect())
    }
}

/// The outcomes that a task claims, by the task's id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct OutcomesOfTask(pub Uuid);

impl Loader<OutcomesOfTask> for Reader {
    type Value = Vec<outcome::Model>;
    type Error = async_graphql::Error;

    async fn load(
        &self,
        keys: &[OutcomesOfTask],
    ) -> Result<HashMap<OutcomesOfTask, Vec<outcome::Model>>> {
        let rows = task_outcome::Entity::find()
            .filter(task_outcome::Column::TaskId.is_in(keys.iter().map(|key| key.0)))
            .find_also_related(outcome::Entity)
            .order_by_asc(outcome::Column::Position)
            .all(&self.db)
            .await
            .map_err(Error::from)?;
        let mut found: HashMap<_, Vec<_>> = keys.iter().map(|key| (*key, Vec::new())).collect();
        for (claim, outcome) in rows {
            found
                .entry(OutcomesOfTask(claim.task_id))
                .or_default()
                .extend(outcome);
        }
        Ok(found)
    }
}

/// The outcomes that a template suggests, by the template's id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct OutcomesOfTemplate(pub Uuid);

impl Loader<OutcomesOfTemplate> for Reader {
    type Value = Vec<outcome::Model>;
    type Error = async_graphql::Error;

    async fn load(
        &self,
        keys: &[OutcomesOfTemplate],
    ) -> Result<HashMap<OutcomesOfTemplate, Vec<outcome::Model>>> {
        let rows = template_outcome::Entity::find()
            .filter(template_outcome::Column::TemplateId.is_in(keys.iter().map(|key| key.0)))
            .find_also_related(outcome::Entity)
            .order_by_asc(outcome::Column::Position)
            .all(&self.db)
            .await
            .map_err(Error::from)?;
        let mut found: HashMap<_, Vec<_>> = keys.iter().map(|key| (*key, Vec::new())).collect();
        for (link, outcome) in rows {
            found
                .entry(OutcomesOfTemplate(link.template_id))
                .or_default()
                .extend(outcome);
        }
        Ok(found)
    }
}

/// Loads what the client wants of these tasks, one statement a kind however many tasks there are.
pub fn prefetch<'a>(
    loads: &'a Loads,
    look: Lookahead<'a>,
    rows: &'a [task::Model],
) -> BoxFuture<'a, Result<()>> {
    Box::pin(async move {
        if rows.is_empty() {
            return Ok(());
        }
        if look.field("guidance").exists() {
            loads
                .load_many(rows.iter().map(|row| TemplateById(row.template_id)))
                .await?;
        }
        if look.field("outcomes").exists() {
            loads
                .load_many(rows.iter().map(|row| OutcomesOfTask(row.id)))
                .await?;
        }
        if look.field("suggestedOutcomes").exists() {
            loads
                .load_many(rows.iter().map(|row| OutcomesOfTemplate(row.template_id)))
                .await?;
        }
        let timeline = look.field("timeline");
        if timeline.exists() {
            loads
                .load_many(rows.iter().map(|row| TaskEvents(row.id)))
                .await?;
        }
        if timeline.field("taskTitle").exists() {
            loads
                .load_many(rows.iter().map(|row| TaskById(row.id)))
                .await?;
        }
        let approvals = look.field("approval");
        if approvals.exists() || look.field("can").exists() {
            let found = loads
                .load_many(rows.iter().map(|row| LatestApproval(row.id)))
                .await?;
            let requests: Vec<_> = found.into_values().flatten().collect();
            prefetch_approvals(loads, approvals, &requests).await?;
        }
        let enrolment = look.field("enrolment");
        if enrolment.exists() {
            let found = loads
                .load_many(rows.iter().map(|row| EnrolmentById(row.enrolment_id)))
                .await?;
            let enrolments: Vec<_> = found.into_values().collect();
            prefetch_enrolments(loads, enrolment, &enrolments).await?;
        }
        Ok(())
    })
}

/// A school-based task of one participant.
#[derive(Description)]
pub struct Task(pub task::Model);

#[Object(use_type_description)]
impl Task {
    /// Stable for good.
    async fn id(&self) -> ID {
        self.0.id.into()
    }

    /// The award's code for it, such as `policy_review`.
    async fn code(&self) -> &str {
        &self.0.code
    }

    /// What it is called.
    async fn title(&self) -> &str {
        &self.0.title
    }

    /// What is to be done, and what the mentor looks for.
    async fn guidance(&self, ctx: &Context<'_>) -> Result<String> {
        let template = loads(ctx)
            .load_one(TemplateById(self.0.template_id))
            .await?;
        Ok(template
            .map(|template| template.guidance)
            .unwrap_or_default())
    }

    /// Where it stands.
    async fn state(&self) -> TaskState {
        self.0.state.into()
    }

    /// What was done, in the participant's words. Reporting tools may not read it.
    async fn account(&self, ctx: &Context<'_>) -> Result<&str> {
        private(ctx)?;
        Ok(&self.0.account)
    }

    /// What was learned from it. Reporting tools may not read it.
    async fn reflection(&self, ctx: &Context<'_>) -> Result<&str> {
        private(ctx)?;
        Ok(&self.0.reflection)
    }

    /// The first day of the work.
    async fn done_from(&self) -> Option<NaiveDate> {
        self.0.done_from
    }

    /// The last day of the work.
    async fn done_to(&self) -> Option<NaiveDate> {
        self.0.done_to
    }

    /// The day by which it should be with the mentor, in London.
    async fn due_on(&self) -> NaiveDate {
        self.0.due_on
    }

    /// Whether that day has passed and it is not with the mentor, approved or waived.
    async fn overdue(&self, ctx: &Context<'_>) -> bool {
        is_overdue(&self.0, reader(ctx).today())
    }

    /// Goes up with every change. Send back the one that was changed: it tells whether somebody was faster.
    async fn version(&self) -> i32 {
        self.0.version
    }

    /// When it was last handed to the mentor.
    async fn submitted_at(&self) -> Option<DateTime<Utc>> {
        self.0.submitted_at
    }

    /// When the mentor approved it.
    async fn approved_at(&self) -> Option<DateTime<Utc>> {
        self.0.approved_at
    }

    /// When it last changed.
    async fn updated_at(&self) -> DateTime<Utc> {
        self.0.updated_at
    }

    /// The outcomes that the participant says it covers.
    async fn outcomes(&self, ctx: &Context<'_>) -> Result<Vec<Outcome>> {
        let found = loads(ctx).load_one(OutcomesOfTask(self.0.id)).await?;
        Ok(found.unwrap_or_default().into_iter().map(Outcome).collect())
    }

    /// The outcomes that the award means it to cover.
    async fn suggested_outcomes(&self, ctx: &Context<'_>) -> Result<Vec<Outcome>> {
        let found = loads(ctx)
            .load_one(OutcomesOfTemplate(self.0.template_id))
            .await?;
        Ok(found.unwrap_or_default().into_iter().map(Outcome).collect())
    }

    /// The participant's place in the cohort.
    async fn enrolment(&self, ctx: &Context<'_>) -> Result<Enrolment> {
        let found = loads(ctx)
            .load_one(EnrolmentById(self.0.enrolment_id))
            .await?;
        Ok(found.map(Enrolment).ok_or(Error::NotFound("participant"))?)
    }

    /// The latest asking, if the mentor was ever asked.
    async fn approval(&self, ctx: &Context<'_>) -> Result<Option<ApprovalRequest>> {
        let found = loads(ctx).load_one(LatestApproval(self.0.id)).await?;
        Ok(found.flatten().map(ApprovalRequest))
    }

    /// What happened to it, newest first; at most 100. Empty for reporting tools.
    async fn timeline(&self, ctx: &Context<'_>) -> Result<Vec<Event>> {
        let found = loads(ctx).load_one(TaskEvents(self.0.id)).await?;
        Ok(found.unwrap_or_default().into_iter().map(Event).collect())
    }

    /// What you may do with it now.
    async fn can(&self, ctx: &Context<'_>) -> Result<Vec<TaskAction>> {
        let (actor, row) = (actor(ctx), &self.0);
        let mut can = Vec::new();
        let mut offer = |action, step, permitted: bool| {
            if permitted && next(row.state, step).is_some() {
                can.push(action);
            }
        };
        offer(
            TaskAction::Save,
            Step::Write,
            access::Save::permits(actor, row),
        );
        offer(
            TaskAction::Submit,
            Step::Submit,
            access::Submit::permits(actor, row),
        );
        offer(
            TaskAction::Withdraw,
            Step::Withdraw,
            access::Withdraw::permits(actor, row),
        );
        offer(
            TaskAction::Reopen,
            Step::Reopen,
            access::Reopen::permits(actor, row),
        );
        offer(
            TaskAction::Waive,
            Step::Waive,
            access::Waive::permits(actor, row),
        );
        if let Some(request) = loads(ctx).load_one(LatestApproval(row.id)).await?.flatten() {
            let due = resend_from(&request).is_some_and(|from| from <= reader(ctx).now);
            if due && access::Resend::permits(actor, &request) {
                can.push(TaskAction::Resend);
            }
        }
        Ok(can)
    }
}

/// What participants write is for people, not for tools.
fn private(ctx: &Context<'_>) -> Result<()> {
    if matches!(actor(ctx), Actor::Token(_)) {
        Err(Error::Forbidden.into())
    } else {
        Ok(())
    }
}

#[derive(Default)]
pub struct TaskQuery;

#[Object]
impl TaskQuery {
    /// One task.
    async fn task(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The task's id.")] id: ID,
    ) -> Result<Task> {
        known(ctx)?;
        let found = loads(ctx)
            .load_one(TaskById(uuid(&id, task::Entity::NAME)?))
            .await?;
        let row = found.ok_or(Error::NotFound(task::Entity::NAME))?;
        prefetch(loads(ctx), ctx.look_ahead(), std::slice::from_ref(&row)).await?;
        Ok(Task(row))
    }

    /// Tasks of all participants that you may see.
    async fn tasks(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many rows, 0 to 100.")] first: i32,
        #[graphql(desc = "The cursor of the last row of the page before.")] after: Option<String>,
        #[graphql(desc = "Which tasks; all if left out.", name = "where")] filter: Option<Where>,
        #[graphql(desc = "Their order; by the day due if left out.")] order_by: Option<OrderBy>,
    ) -> Result<Connected<Task>> {
        let reader = known(ctx)?;
        let order = order_by.map_or(
            TaskOrder {
                field: TaskOrderField::DueOn,
                direction: reading::Direction::Asc,
            },
            |order| TaskOrder {
                field: order.field.into(),
                direction: order.direction.into(),
            },
        );
        let slice = page(
            reader,
            narrowed(filter.unwrap_or_default())?.select(reader),
            order.sort_key(),
            task::Column::Id,
            |row| row.id,
            Page::new(first, after)?,
            wants_total(ctx),
        )
        .await?;
        let rows = slice.models();
        for look in nodes(ctx) {
            prefetch(loads(ctx), look, &rows).await?;
        }
        Ok(connect(slice, Task))
    }
}

fn narrowed(filter: Where) -> Result<TaskWhere> {
    Ok(TaskWhere {
        state: filter
            .state
            .map(|states| states.into_iter().map(Into::into).collect()),
        enrolment_id: maybe_uuid(filter.enrolment_id.as_ref(), "participant")?,
        group_id: maybe_uuid(filter.group_id.as_ref(), "group")?,
        school_id: maybe_uuid(filter.school_id.as_ref(), "school")?,
        outcome_id: maybe_uuid(filter.outcome_id.as_ref(), "outcome")?,
        overdue: filter.overdue,
        due_from: filter.due_from,
        due_to: filter.due_to,
        submitted_from: filter.submitted_from,
        submitted_to: filter.submitted_to,
        search: filter.search,
    })
}

#[derive(Default)]
pub struct TaskMutation;

#[Object]
impl TaskMutation {
    /// Saves a task's draft. Nothing has to be complete yet.
    async fn save_task(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The draft.")] input: SaveTaskInput,
    ) -> Result<Task> {
        let id = uuid(&input.task_id, task::Entity::NAME)?;
        let account = Account {
            version: input.version,
            account: input.account,
            reflection: input.reflection,
            done_from: input.done_from,
            done_to: input.done_to,
            outcome_ids: input
                .outcome_ids
                .iter()
                .map(|id| uuid(id, "outcome"))
                .collect::<Result<_>>()?,
        };
        let row = tx::write(portal(ctx), actor(ctx), async |tx| {
            let task = access::load::<access::Save>(tx, id).await?;
            super::save(tx, task, account).await
        });
        Ok(Task(row.await?))
    }

    /// Hands a task to the mentor, who gets a letter.
    async fn submit_task(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The task, as it was checked.")] input: SubmitTaskInput,
    ) -> Result<Task> {
        let id = uuid(&input.task_id, task::Entity::NAME)?;
        let row = tx::write(portal(ctx), actor(ctx), async |tx| {
            let task = access::load::<access::Submit>(tx, id).await?;
            super::submit(tx, task, input.version).await
        });
        Ok(Task(row.await?))
    }

    /// Takes a task back before the mentor has answered. A mentor who had a letter is told.
    async fn withdraw_task(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The task.")] input: WithdrawTaskInput,
    ) -> Result<Task> {
        let id = uuid(&input.task_id, task::Entity::NAME)?;
        let row = tx::write(portal(ctx), actor(ctx), async |tx| {
            let task = access::load::<access::Withdraw>(tx, id).await?;
            super::withdraw(tx, task).await
        });
        Ok(Task(row.await?))
    }

    /// Opens an approved, returned or waived task again. For administrators.
    async fn reopen_task(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The task, and why.")] input: ReasonInput,
    ) -> Result<Task> {
        let id = uuid(&input.task_id, task::Entity::NAME)?;
        let row = tx::write(portal(ctx), actor(ctx), async |tx| {
            let task = access::load::<access::Reopen>(tx, id).await?;
            super::reopen(tx, task, &input.reason).await
        });
        Ok(Task(row.await?))
    }

    /// Excuses a participant from a task. For administrators.
    async fn waive_task(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The task, and why.")] input: ReasonInput,
    ) -> Result<Task> {
        let id = uuid(&input.task_id, task::Entity::NAME)?;
        let row = tx::write(portal(ctx), actor(ctx), async |tx| {
            let task = access::load::<access::Waive>(tx, id).await?;
            super::waive(tx, task, &input.reason).await
        });
        Ok(Task(row.await?))
    }
}
