//! Asking for participants.

use async_graphql::{Context, ID, Object, Result};
use entity::enrolment;

use super::{Enrolment, EnrolmentById, OrderBy, Where};
use crate::access::Guarded as _;
use crate::enrolment::{ParticipantOrder, ParticipantWhere};
use crate::reading::Page;
use crate::schema::{Connected, Node as _, known, list, load_row, loads, uuid};

#[derive(Default)]
pub struct EnrolmentQuery;

#[Object]
impl EnrolmentQuery {
    /// One participant's place in a cohort.
    async fn enrolment(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The enrolment's id.")] id: ID,
    ) -> Result<Enrolment> {
        known(ctx)?;
        let name = enrolment::Entity::NAME;
        let row = load_row(ctx, EnrolmentById(uuid(&id, name)?), name).await?;
        Enrolment::prefetch(loads(ctx), ctx.look_ahead(), std::slice::from_ref(&row)).await?;
        Ok(Enrolment(row))
    }

    /// Participants that you may see: your own place, a tutor's groups, an administrator's everybody.
    async fn participants(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many rows, 0 to 100.")] first: i32,
        #[graphql(desc = "The cursor of the last row of the page before.")] after: Option<String>,
        #[graphql(desc = "Which participants; all if left out.", name = "where")] filter: Option<
            Where,
        >,
        #[graphql(desc = "Their order; by name if left out.")] order_by: Option<OrderBy>,
    ) -> Result<Connected<Enrolment>> {
        let reader = known(ctx)?;
        let enrolments = ParticipantWhere::try_from(filter.unwrap_or_default())?.select(reader);
        let order = order_by.map(ParticipantOrder::from).unwrap_or_default();
        let wanted = Page::new(first, after)?;
        list(
            ctx,
            enrolments,
            order.sort_key(&reader.actor),
            wanted,
            Enrolment,
        )
        .await
    }
}
