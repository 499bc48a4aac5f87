//! Asking for awards, cohorts and groups.

use async_graphql::{Context, Object, Result};
use entity::training_group;

use super::{Award, Cohort, Group, GroupOrder, GroupOrderField, GroupWhere};
use crate::programme::{awards, cohorts};
use crate::reading::Page;
use crate::schema::{All, Connected, Direction, known, list, narrowed, reader};

#[derive(Default)]
pub struct ProgrammeQuery;

#[Object]
impl ProgrammeQuery {
    /// The awards that are run here. Anybody may ask, before signing in too.
    async fn awards(&self, ctx: &Context<'_>) -> Result<All<Award>> {
        let rows = awards(reader(ctx)).await?;
        Ok(All(rows.into_iter().map(Award::from).collect()))
    }

    /// The cohorts, newest first; at most 100.
    async fn cohorts(&self, ctx: &Context<'_>) -> Result<All<Cohort>> {
        let rows = cohorts(known(ctx)?).await?;
        Ok(All(rows.into_iter().map(Cohort::from).collect()))
    }

    /// Training groups that you may see.
    async fn groups(
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
        #[graphql(desc = "Which groups; all if left out.", name = "where")] filter: Option<
            GroupWhere,
        >,
        #[graphql(desc = "Their order; by name if left out.")] order_by: Option<GroupOrder>,
    ) -> Result<Connected<Group>> {
        let reader = known(ctx)?;
        let select = narrowed::<training_group::Entity>(reader, filter)?;
        let usual = GroupOrder::by(GroupOrderField::Name, Direction::Asc);
        let sort = order_by.unwrap_or(usual).sort_key(reader)?;
        let wanted = Page::new(first, after, last, before)?;
        list(ctx, select, sort, wanted, Group).await
    }
}
