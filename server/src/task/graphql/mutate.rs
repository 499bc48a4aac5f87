//! Doing something with a task.

use async_graphql::{Context, Object, Result};
use entity::task;

use super::{ReasonInput, SaveTaskInput, SubmitTaskInput, Task, WithdrawTaskInput};
use crate::access::{self, Guarded as _};
use crate::schema::{actor, portal, uuid};
use crate::task::{Account, reopen, save, submit, waive, withdraw};
use crate::tx;

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
        let account = Account::try_from(input)?;
        let row = tx::write(portal(ctx), actor(ctx), async |tx| {
            let task = access::load::<access::Save>(tx, id).await?;
            save(tx, task, account).await
        });
        Ok(Task::from(row.await?))
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
            submit(tx, task, input.version).await
        });
        Ok(Task::from(row.await?))
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
            withdraw(tx, task).await
        });
        Ok(Task::from(row.await?))
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
            reopen(tx, task, &input.reason).await
        });
        Ok(Task::from(row.await?))
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
            waive(tx, task, &input.reason).await
        });
        Ok(Task::from(row.await?))
    }
}
