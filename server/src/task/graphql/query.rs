//! Asking for tasks.

use async_graphql::{Context, ID, Object, Result};
use entity::task;

use super::{Task, TaskById, TaskOrder, TaskOrderField, TaskWhere};
use crate::access::Guarded as _;
use crate::reading::Page;
use crate::schema::{Connected, Direction, known, list, load_row, narrowed, uuid};
use crate::task::without_texts;

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
        load_row(ctx, TaskById(uuid(&id, name)?), name).await
    }

    /// Tasks of all participants that you may see.
    async fn tasks(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many rows from the beginning, 0 to 100; either this or `last`.")]
        first: Option<i32>,
        #[graphql(
            desc = "Only rows after this one: a cursor, such as the last of the page before."
        )]
        after: Option<String>,
        #[graphql(desc = "How many rows from the end, 0 to 100; either this or `first`.")]
        last: Option<i32>,
        #[graphql(
            desc = "Only rows before this one: a cursor, such as the first of the page after."
        )]
        before: Option<String>,
        #[graphql(desc = "Which tasks; all if left out.", name = "where")] filter: Option<
            TaskWhere,
        >,
        #[graphql(desc = "Their order; by the day due if left out.")] order_by: Option<TaskOrder>,
    ) -> Result<Connected<Task>> {
        let reader = known(ctx)?;
        let select = without_texts(narrowed(reader, filter)?);
        let usual = TaskOrder::by(TaskOrderField::DueOn, Direction::Asc);
        let sort = order_by.unwrap_or(usual).sort_key(reader)?;
        let wanted = Page::new(first, after, last, before)?;
        list(ctx, select, sort, wanted, Task).await
    }
}
