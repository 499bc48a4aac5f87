//! Asking for tasks.

use async_graphql::{Context, ID, Object, Result};
use entity::task;

use super::{OrderBy, Task, TaskById, Where};
use crate::access::Guarded as _;
use crate::reading::Page;
use crate::schema::{Connected, Node as _, known, list, load_row, loads, uuid};
use crate::task::{TaskOrder, TaskWhere};

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
        let name = task::Entity::NAME;
        let row = load_row(ctx, TaskById(uuid(&id, name)?), name).await?;
        Task::prefetch(loads(ctx), ctx.look_ahead(), std::slice::from_ref(&row)).await?;
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
        let tasks = TaskWhere::try_from(filter.unwrap_or_default())?.select(reader);
        let order = order_by.map(TaskOrder::from).unwrap_or_default();
        let wanted = Page::new(first, after)?;
        list(ctx, tasks, order.sort_key(), wanted, Task).await
    }
}
