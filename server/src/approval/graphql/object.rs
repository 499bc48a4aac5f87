//! One approval request in the schema.

use async_graphql::{Context, Description, ID, Object, Result, SimpleObject};
use chrono::{DateTime, Utc};
use entity::approval_request;

use super::ApprovalState;
use super::load::LetterOfRequest;
use crate::access::{Action as _, Actor, Resend};
use crate::approval::resend_from;
use crate::clock::days_between;
use crate::letter::graphql::LetterState;
use crate::mentor::graphql::{Mentor, MentorById};
use crate::person::masked_within;
use crate::reading::int;
use crate::schema::{actor, load, load_row, reader};
use crate::task::graphql::{Task, TaskById};

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
        let row = load_row(ctx, TaskById(self.0.task_id), "task").await?;
        Ok(Task(row))
    }

    /// Who is asked.
    async fn mentor(&self, ctx: &Context<'_>) -> Result<Mentor> {
        let row = load_row(ctx, MentorById(self.0.mentor_id), "mentor").await?;
        Ok(Mentor(row))
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
        int(days_between(self.0.asked_at, until))
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
        let found = load(ctx, LetterOfRequest(id)).await?;
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
        resend_from(&self.0).filter(|_| Resend::permits(actor(ctx), &self.0))
    }
}
