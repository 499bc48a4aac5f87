//! Asking whether an award is for somebody.

use async_graphql::{Context, Object, Result};

use super::{CircumstancesInput, Eligibility};
use crate::access::Actor;
use crate::account::graphql::limited;
use crate::eligibility::check;
use crate::schema::{actor, reader};

#[derive(Default)]
pub struct EligibilityQuery;

#[Object]
impl EligibilityQuery {
    /// Whether an award is for somebody. Anybody may ask, before signing in too; nothing of it is kept.
    async fn eligibility(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The award's code, such as `npq_senco`.")] award: String,
        #[graphql(desc = "What they tell of themselves.")] circumstances: CircumstancesInput,
    ) -> Result<Eligibility> {
        if matches!(actor(ctx), Actor::Anonymous) {
            limited(ctx)?;
        }
        let told = circumstances.try_into()?;
        Ok(check(reader(ctx), &award, &told).await?.into())
    }
}
