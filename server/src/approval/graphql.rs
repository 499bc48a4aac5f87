//! Approval requests in the schema.

use std::collections::HashMap;

use async_graphql::dataloader::Loader;
use async_graphql::{
    Context, Description, Enum, ID, InputObject, Lookahead, Object, Result, SimpleObject,
};
use chrono::{DateTime, Utc};
use entity::{approval_request, letter};
use futures_util::future::BoxFuture;
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _, QueryOrder as _};
use uuid::Uuid;

use super::{ApprovalOrder, ApprovalOrderField, ApprovalWhere};
use crate::access::{self, Action as _, Actor, Guarded as _};
use crate::clock::days_between;
use crate::error::Error;
use crate::letter::graphql::LetterState;
use crate::mentor::graphql::{Mentor, MentorById, prefetch as prefetch_mentors};
use crate::person::masked_within;
use crate::reading::{self, Page, Reader, page};
use crate::schema::{
    Connected, Direction, Loads, actor, connect, known, loads, maybe_uuid, nodes, portal, reader,
    uuid, wants_total,
};
use crate::task::graphql::{Task, TaskById, prefetch as prefetch_tasks};
use crate::tx;

/// Where an approval request stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "approval_request::State")]
pub enum ApprovalState {
    /// The mentor has not answered.
    Waiting,
    /// The mentor approved.
    Approved,
    /// The mentor sent it back.
    Returned,
    /// The participant took it back.
    Withdrawn,
    /// Decided, and then disowned by the mentor's mailbox or opened again by an administrator.
    Revoked,
}

/// What approval requests are sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "ApprovalOrderField", name = "ApprovalOrderField")]
pub enum OrderField {
    /// When the mentor was asked.
    AskedAt,
    /// When the mentor answered; those without an answer count as before all others.
    DecidedAt,
}

/// Which approval requests. What is left out does not narrow the list.
#[derive(Default, InputObject)]
#[graphql(name = "ApprovalWhere")]
pub struct Where {
    /// In any of these states.
    state: Option<Vec<ApprovalState>>,
    /// Of this participant.
    enrolment_id: Option<ID>,
    /// Of this training group.
    group_id: Option<ID>,
    /// Of participants at this school.
    school_id: Option<ID>,
    /// Asked of this mentor.
    mentor_id: Option<ID>,
    /// Whose task is claimed to cover this outcome.
    outcome_id: Option<ID>,
    /// Asked at this moment or later.
    asked_from: Option<DateTime<Utc>>,
    /// Asked before this moment.
    asked_to: Option<DateTime<Utc>>,
}

/// How approval requests are sorted.
#[derive(InputObject)]
#[graphql(name = "ApprovalOrder")]
pub struct OrderBy {
    /// By what.
    field: OrderField,
    /// Which way.
    #[graphql(default_with = "Direction::Asc")]
    direction: Direction,
}

/// A request whose letter is to be sent again.
#[derive(InputObject)]
pub struct ResendApprovalInput {
    /// The approval request.
    approval_id: ID,
}

/// How the latest letter to the mentor is doing.
#[derive(SimpleObject)]
pub struct LetterStatus {
    /// Where it stands. Sent means that the mail server took it, not that somebody read it.
    state: LetterState,
    /// When the mail server took it.
    sent_at: Option<DateTime<Utc>>,
    /// What the mail server said when it refused; addresses in it are masked unless you are an administrator.
    last_error: Option<String>,
}

/// The latest request about a task, by the task's id. None is an answer too: what is not there is not asked for again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct LatestApproval(pub Uuid);

impl Loader<LatestApproval> for Reader {
    type Value = Option<approval_request::Model>;
    type Error = async_graphql::Error;

    async fn load(
        &self,
        keys: &[LatestApproval],
    ) -> Result<HashMap<LatestApproval, Option<approval_request::Model>>> {
        let rows = approval_request::Entity::find()
            .filter(approval_request::Entity::visible(&self.actor))
            .filter(approval_request::Column::TaskId.is_in(keys.iter().map(|key| key.0)))
            .order_by_asc(approval_request::Column::Id)
            .all(&self.db)
            .await
            .map_err(Error::from)?;
        let mut found: HashMap<_, _> = keys.iter().map(|key| (*key, None)).collect();
        // Later rows take the place of earlier ones.
        found.extend(
            rows.into_iter()
                .map(|row| (LatestApproval(row.task_id), Some(row))),
        );
        Ok(found)
    }
}

/// How a request's letter is doing, by the letter's id. Whoever sees the request may know this much of its letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct LetterOfRequest(Uuid);

impl Loader<LetterOfRequest> for Reader {
    type Value = letter::Model;
    type Error = async_graphql::Error;

    async fn load(
        &self,
        keys: &[LetterOfRequest],
    ) -> Result<HashMap<LetterOfRequest, letter::Model>> {
        let rows = letter::Entity::find()
            .filter(letter::Column::Id.is_in(keys.iter().map(|key| key.0)))
            .all(&self.db)
            .await
            .map_err(Error::from)?;
        Ok(rows
            .into_iter()
            .map(|row| (LetterOfRequest(row.id), row))
            .collect())
    }
}

/// Loads what the client wants of these requests, one statement a kind.
pub fn prefetch<'a>(
    loads: &'a Loads,
    look: Lookahead<'a>,
    rows: &'a [approval_request::Model],
) -> BoxFuture<'a, Result<()>> {
    Box::pin(async move {
        if rows.is_empty() {
            return Ok(());
        }
        let task = look.field("task");
        if task.exists() {
            let found = loads
                .load_many(rows.iter().map(|row| TaskById(row.task_id)))
                .await?;
            let tasks: Vec<_> = found.into_values().collect();
            prefetch_tasks(loads, task, &tasks).await?;
        }
        let mentor = look.field("mentor");
        if mentor.exists() {
            let found = loads
                .load_many(rows.iter().map(|row| MentorById(row.mentor_id)))
                .await?;
            let mentors: Vec<_> = found.into_values().collect();
            prefetch_mentors(loads, &mentor, &mentors).await?;
        }
        if look.field("letter").exists() {
            loads
                .load_many(
                    rows.iter()
                        .filter_map(|row| row.letter_id.map(LetterOfRequest)),
                )
                .await?;
        }
        Ok(())
    })
}

/// One asking of a mentor to approve one task.
#[derive(Description)]
pub struct ApprovalRequest(pub approval_request::Model);

#[Object(use_type_description)]
impl ApprovalRequest {
    /// Stable for good.
    async fn id(&self) -> ID {
        self.0.id.into()
    }

    /// What is to be approved.
    async fn task(&self, ctx: &Context<'_>) -> Result<Task> {
        let found = loads(ctx).load_one(TaskById(self.0.task_id)).await?;
        Ok(found.map(Task).ok_or(Error::NotFound("task"))?)
    }

    /// Who is asked.
    async fn mentor(&self, ctx: &Context<'_>) -> Result<Mentor> {
        let found = loads(ctx).load_one(MentorById(self.0.mentor_id)).await?;
        Ok(found.map(Mentor).ok_or(Error::NotFound("mentor"))?)
    }

    /// Where it stands.
    async fn state(&self) -> ApprovalState {
        self.0.state.into()
    }

    /// When this mentor was asked.
    async fn asked_at(&self) -> DateTime<Utc> {
        self.0.asked_at
    }

    /// Days in London from the asking to the answer, or to today.
    async fn waiting_days(&self, ctx: &Context<'_>) -> i32 {
        let until = self.0.decided_at.unwrap_or(reader(ctx).now);
        i32::try_from(days_between(self.0.asked_at, until)).unwrap_or(i32::MAX)
    }

    /// When the mentor answered.
    async fn decided_at(&self) -> Option<DateTime<Utc>> {
        self.0.decided_at
    }

    /// The mentor's words; null for reporting tools.
    async fn comment(&self, ctx: &Context<'_>) -> Option<&str> {
        if matches!(actor(ctx), Actor::Token(_)) {
            None
        } else {
            self.0.comment.as_deref()
        }
    }

    /// The name that the mentor typed; null for tools that may not read names.
    async fn signed_name(&self, ctx: &Context<'_>) -> Option<&str> {
        self.0
            .signed_name
            .as_deref()
            .filter(|_| actor(ctx).may_see_names())
    }

    /// Until then the mentor may take the answer back.
    async fn settles_at(&self) -> Option<DateTime<Utc>> {
        self.0.settles_at
    }

    /// How the latest letter about it is doing.
    async fn letter(&self, ctx: &Context<'_>) -> Result<Option<LetterStatus>> {
        let Some(id) = self.0.letter_id else {
            return Ok(None);
        };
        let found = loads(ctx).load_one(LetterOfRequest(id)).await?;
        let actor = actor(ctx);
        let told = |answer: String| match actor.sees_addresses_whole() {
            true => answer,
            false => masked_within(&answer),
        };
        Ok(found.map(|letter| LetterStatus {
            state: letter.state.into(),
            sent_at: letter.sent_at,
            last_error: letter
                .last_error
                .filter(|_| actor.may_see_names())
                .map(told),
        }))
    }

    /// From when on you may have the letter sent again; null where you may not.
    async fn resend_from(&self, ctx: &Context<'_>) -> Option<DateTime<Utc>> {
        super::resend_from(&self.0).filter(|_| access::Resend::permits(actor(ctx), &self.0))
    }
}

#[derive(Default)]
pub struct ApprovalQuery;

#[Object]
impl ApprovalQuery {
    /// Approval requests that you may see.
    async fn approvals(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many rows, 0 to 100.")] first: i32,
        #[graphql(desc = "The cursor of the last row of the page before.")] after: Option<String>,
        #[graphql(desc = "Which requests; all if left out.", name = "where")] filter: Option<Where>,
        #[graphql(desc = "Their order; the longest waiting first if left out.")] order_by: Option<
            OrderBy,
        >,
    ) -> Result<Connected<ApprovalRequest>> {
        let reader = known(ctx)?;
        let order = order_by.map_or(
            ApprovalOrder {
                field: ApprovalOrderField::AskedAt,
                direction: reading::Direction::Asc,
            },
            |order| ApprovalOrder {
                field: order.field.into(),
                direction: order.direction.into(),
            },
        );
        let slice = page(
            reader,
            narrowed(filter.unwrap_or_default())?.select(reader),
            order.sort_key(),
            approval_request::Column::Id,
            |row| row.id,
            Page::new(first, after)?,
            wants_total(ctx),
        )
        .await?;
        let rows = slice.models();
        for look in nodes(ctx) {
            prefetch(loads(ctx), look, &rows).await?;
        }
        Ok(connect(slice, ApprovalRequest))
    }
}

fn narrowed(filter: Where) -> Result<ApprovalWhere> {
    Ok(ApprovalWhere {
        state: filter
            .state
            .map(|states| states.into_iter().map(Into::into).collect()),
        enrolment_id: maybe_uuid(filter.enrolment_id.as_ref(), "participant")?,
        group_id: maybe_uuid(filter.group_id.as_ref(), "group")?,
        school_id: maybe_uuid(filter.school_id.as_ref(), "school")?,
        mentor_id: maybe_uuid(filter.mentor_id.as_ref(), "mentor")?,
        outcome_id: maybe_uuid(filter.outcome_id.as_ref(), "outcome")?,
        asked_from: filter.asked_from,
        asked_to: filter.asked_to,
    })
}

#[derive(Default)]
pub struct ApprovalMutation;

#[Object]
impl ApprovalMutation {
    /// Writes to the mentor again; once a day.
    async fn resend_approval(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The request.")] input: ResendApprovalInput,
    ) -> Result<ApprovalRequest> {
        let id = uuid(&input.approval_id, approval_request::Entity::NAME)?;
        let row = tx::write(portal(ctx), actor(ctx), async |tx| {
            let request = access::load::<access::Resend>(tx, id).await?;
            super::resend(tx, request).await
        });
        Ok(ApprovalRequest(row.await?))
    }
}
