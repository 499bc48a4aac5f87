//! Asking for awards, cohorts and groups.

use async_graphql::{Context, Object, Result};
use entity::training_group;

use super::{Award, Cohort, Group};
use crate::access::Guarded as _;
use crate::programme::{awards, cohorts};
use crate::reading::{Page, SortKey};
use crate::schema::{Connected, Node as _, known, list, loads};

#[derive(Default)]
pub struct ProgrammeQuery;

#[Object]
impl ProgrammeQuery {
    /// The awards that are run here.
    async fn awards(&self, ctx: &Context<'_>) -> Result<Vec<Award>> {
        let rows = awards(known(ctx)?).await?;
        Award::prefetch(loads(ctx), ctx.look_ahead(), &rows).await?;
        Ok(rows.into_iter().map(Award).collect())
    }

    /// The cohorts, newest first; at most 100.
    async fn cohorts(&self, ctx: &Context<'_>) -> Result<Vec<Cohort>> {
        let rows = cohorts(known(ctx)?).await?;
        Cohort::prefetch(loads(ctx), ctx.look_ahead(), &rows).await?;
        Ok(rows.into_iter().map(Cohort).collect())
    }

    /// Training groups that you may see, by name.
    async fn groups(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many rows, 0 to 100.")] first: i32,
        #[graphql(desc = "The cursor of the last row of the page before.")] after: Option<String>,
    ) -> Result<Connected<Group>> {
        let groups = training_group::Entity::seen_by(&known(ctx)?.actor);
        let by_name = SortKey::text(training_group::Column::Name);
        list(ctx, groups, by_name, Page::new(first, after)?, Group).await
    }
}
