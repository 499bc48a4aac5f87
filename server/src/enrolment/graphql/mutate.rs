//! Giving somebody a place.

use async_graphql::{Context, Object, Result};

use super::{EnrolInput, Enrolment};
use crate::access;
use crate::enrolment::{Enrolling, enrol};
use crate::schema::{actor, portal, uuid};
use crate::tx;

#[derive(Default)]
pub struct EnrolmentMutation;

#[Object]
impl EnrolmentMutation {
    /// Gives somebody a place in a group, with the award's tasks and the mentor whom the school nominated. For
    /// administrators.
    async fn enrol(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Who, where, and who mentors them.")] input: EnrolInput,
    ) -> Result<Enrolment> {
        let group = uuid(&input.group_id, "group")?;
        let enrolling = Enrolling::try_from(input)?;
        let row = tx::write(portal(ctx), actor(ctx), async |tx| {
            let group = access::load::<access::Enrol>(tx, group).await?;
            enrol(tx, group, enrolling).await
        });
        Ok(Enrolment::from(row.await?))
    }
}
