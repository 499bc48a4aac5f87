//! Asking how a cohort could be allocated.

use async_graphql::{Context, ID, Object, Result};

use super::Allocation;
use crate::allocation::allocation;
use crate::schema::{office, uuid};

#[derive(Default)]
pub struct AllocationQuery;

#[Object]
impl AllocationQuery {
    /// Who of a cohort's applicants could go into which of its groups: a proposal for everybody who is ready, and who is
    /// not ready yet. For administrators.
    async fn allocation(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The cohort's id.")] id: ID,
    ) -> Result<Allocation> {
        let plan = allocation(office(ctx)?, uuid(&id, "cohort")?).await?;
        Ok(Allocation::from(plan))
    }
}
