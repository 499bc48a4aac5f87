//! One task in the schema.

use async_graphql::{Context, Description, ID, Object, Result};
use chrono::{DateTime, NaiveDate, Utc};
use entity::task;

use super::can::can;
use super::{OutcomesOfTask, OutcomesOfTemplate, TaskAction, TaskState, TemplateById};
use crate::access::Actor;
use crate::approval::graphql::{ApprovalRequest, LatestApproval};
use crate::enrolment::graphql::{Enrolment, EnrolmentById};
use crate::enrolment::is_overdue;
use crate::error::Error;
use crate::event::graphql::{Event, TaskEvents};
use crate::programme::graphql::Outcome;
use crate::schema::{actor, load, load_row, reader};

/// A school-based task of one participant.
#[derive(Description)]
pub struct Task(pub task::Model);

#[Object(use_type_description)]
impl Task {
    /// Stable for good.
    async fn id(&self) -> ID {
        self.0.id.into()
    }

    /// The award's code for it, such as `policy_review`.
    async fn code(&self) -> &str {
        &self.0.code
    }

    /// What it is called.
    async fn title(&self) -> &str {
        &self.0.title
    }

    /// What is to be done, and what the mentor looks for.
    async fn guidance(&self, ctx: &Context<'_>) -> Result<String> {
        let template = load(ctx, TemplateById(self.0.template_id)).await?;
        Ok(template
            .map(|template| template.guidance)
            .unwrap_or_default())
    }

    /// Where it stands.
    async fn state(&self) -> TaskState {
        self.0.state.into()
    }

    /// What was done, in the participant's words. Reporting tools may not read it.
    async fn account(&self, ctx: &Context<'_>) -> Result<&str> {
        private(ctx)?;
        Ok(&self.0.account)
    }

    /// What was learned from it. Reporting tools may not read it.
    async fn reflection(&self, ctx: &Context<'_>) -> Result<&str> {
        private(ctx)?;
        Ok(&self.0.reflection)
    }

    /// The first day of the work.
    async fn done_from(&self) -> Option<NaiveDate> {
        self.0.done_from
    }

    /// The last day of the work.
    async fn done_to(&self) -> Option<NaiveDate> {
        self.0.done_to
    }

    /// The day by which it should be with the mentor, in London.
    async fn due_on(&self) -> NaiveDate {
        self.0.due_on
    }

    /// Whether that day has passed and it is not with the mentor, approved or waived.
    async fn overdue(&self, ctx: &Context<'_>) -> bool {
        is_overdue(&self.0, reader(ctx).today())
    }

    /// Goes up with every change. Send back the one that was changed: it tells whether somebody was faster.
    async fn version(&self) -> i32 {
        self.0.version
    }

    /// When it was last handed to the mentor.
    async fn submitted_at(&self) -> Option<DateTime<Utc>> {
        self.0.submitted_at
    }

    /// When the mentor approved it.
    async fn approved_at(&self) -> Option<DateTime<Utc>> {
        self.0.approved_at
    }

    /// When it last changed.
    async fn updated_at(&self) -> DateTime<Utc> {
        self.0.updated_at
    }

    /// The outcomes that the participant says it covers.
    async fn outcomes(&self, ctx: &Context<'_>) -> Result<Vec<Outcome>> {
        let found = load(ctx, OutcomesOfTask(self.0.id)).await?;
        Ok(found.into_iter().map(Outcome).collect())
    }

    /// The outcomes that the award means it to cover.
    async fn suggested_outcomes(&self, ctx: &Context<'_>) -> Result<Vec<Outcome>> {
        let found = load(ctx, OutcomesOfTemplate(self.0.template_id)).await?;
        Ok(found.into_iter().map(Outcome).collect())
    }

    /// The participant's place in the cohort.
    async fn enrolment(&self, ctx: &Context<'_>) -> Result<Enrolment> {
        let row = load_row(ctx, EnrolmentById(self.0.enrolment_id), "participant").await?;
        Ok(Enrolment(row))
    }

    /// The latest asking, if the mentor was ever asked.
    async fn approval(&self, ctx: &Context<'_>) -> Result<Option<ApprovalRequest>> {
        let found = load(ctx, LatestApproval(self.0.id)).await?;
        Ok(found.map(ApprovalRequest))
    }

    /// What happened to it, newest first; at most 100. Empty for reporting tools.
    async fn timeline(&self, ctx: &Context<'_>) -> Result<Vec<Event>> {
        let found = load(ctx, TaskEvents(self.0.id)).await?;
        Ok(found.into_iter().map(Event).collect())
    }

    /// What you may do with it now.
    async fn can(&self, ctx: &Context<'_>) -> Result<Vec<TaskAction>> {
        can(ctx, &self.0).await
    }
}

/// What participants write is for people, not for tools.
fn private(ctx: &Context<'_>) -> Result<()> {
    if matches!(actor(ctx), Actor::Token(_)) {
        Err(Error::Forbidden.into())
    } else {
        Ok(())
    }
}
