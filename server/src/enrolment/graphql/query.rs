//! Asking for participants.

use async_graphql::{Context, ID, Object, Result};
use entity::enrolment;

use super::by_id::come_along;
use super::{Enrolment, EnrolmentById, ParticipantOrder, ParticipantOrderField, ParticipantWhere};
use crate::access::Guarded as _;
use crate::reading::Page;
use crate::schema::{Connected, Direction, known, list, load_row, loads, narrowed, plan_of, uuid};

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
        load_row(ctx, EnrolmentById(uuid(&id, name)?), name).await
    }

    /// Participants that you may see: your own place, the groups that you teach or host, an administrator's everybody.
    async fn participants(
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
        #[graphql(desc = "Which participants; all if left out.", name = "where")] filter: Option<
            ParticipantWhere,
        >,
        #[graphql(
            desc = "Their order; by name, or as they were enrolled for tools that may not read names, if left out."
        )]
        order_by: Option<ParticipantOrder>,
    ) -> Result<Connected<Enrolment>> {
        let reader = known(ctx)?;
        let select = narrowed::<enrolment::Entity>(reader, filter)?;
        let usual = if reader.actor.may_see_names() {
            ParticipantOrderField::Name
        } else {
            ParticipantOrderField::Enrolled
        };
        let usual = ParticipantOrder::by(usual, Direction::Asc);
        let sort = order_by.unwrap_or(usual).sort_key(reader)?;
        let wanted = Page::new(first, after, last, before)?;
        let page = list(ctx, select, sort, wanted, Enrolment).await?;
        let plan = plan_of::<Connected<Enrolment>, _>(ctx, ctx.item);
        come_along(loads(ctx), &plan, &page).await?;
        Ok(page)
    }
}
