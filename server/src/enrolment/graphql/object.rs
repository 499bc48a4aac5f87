//! One participant's place in a cohort, in the schema.

use async_graphql::{Context, Description, ID, Object, Result};
use chrono::NaiveDate;
use entity::enrolment;

use super::load::{MentorOf, WorkOf};
use super::{EnrolmentState, NextStep, Progress};
use crate::approval::graphql::ApprovalRequest;
use crate::enrolment::{Work, measure, next_step};
use crate::mentor::graphql::Mentor;
use crate::person::graphql::{Person, PersonById};
use crate::programme::graphql::{Cohort, CohortById, Group, GroupById};
use crate::schema::{load, load_row, reader};
use crate::school::graphql::{School, SchoolById};
use crate::task::graphql::Task;

/// Tasks of one participant that are shown at most; an award sets about ten.
const TASKS_SHOWN: usize = 100;

/// A person's place in a cohort.
#[derive(Description)]
pub struct Enrolment(pub enrolment::Model);

impl Enrolment {
    async fn work(&self, ctx: &Context<'_>) -> Result<Work> {
        load(ctx, WorkOf(self.0.id)).await
    }
}

#[Object(use_type_description)]
impl Enrolment {
    /// Stable for good.
    async fn id(&self) -> ID {
        self.0.id.into()
    }

    /// Whose place it is.
    async fn person(&self, ctx: &Context<'_>) -> Result<Person> {
        let row = load_row(ctx, PersonById(self.0.person_id), "person").await?;
        Ok(Person(row))
    }

    /// The school where they work.
    async fn school(&self, ctx: &Context<'_>) -> Result<School> {
        let row = load_row(ctx, SchoolById(self.0.school_id), "school").await?;
        Ok(School(row))
    }

    /// The group in which they are taught.
    async fn group(&self, ctx: &Context<'_>) -> Result<Group> {
        let row = load_row(ctx, GroupById(self.0.group_id), "group").await?;
        Ok(Group(row))
    }

    /// The cohort with which they started.
    async fn cohort(&self, ctx: &Context<'_>) -> Result<Cohort> {
        let row = load_row(ctx, CohortById(self.0.cohort_id), "cohort").await?;
        Ok(Cohort(row))
    }

    /// Where it stands.
    async fn state(&self) -> EnrolmentState {
        self.0.state.into()
    }

    /// The day on which they became SENCO; null while aspiring.
    async fn appointed_on(&self) -> Option<NaiveDate> {
        self.0.appointed_on
    }

    /// The first day.
    async fn started_on(&self) -> NaiveDate {
        self.0.started_on
    }

    /// The last day of the last term that the award allows.
    async fn ends_on(&self) -> NaiveDate {
        self.0.ends_on
    }

    /// Who mentors them now; null while the school has nominated nobody.
    async fn mentor(&self, ctx: &Context<'_>) -> Result<Option<Mentor>> {
        Ok(load(ctx, MentorOf(self.0.id)).await?.map(Mentor))
    }

    /// Their tasks in the award's order; at most 100.
    async fn tasks(&self, ctx: &Context<'_>) -> Result<Vec<Task>> {
        let tasks = self.work(ctx).await?.tasks.into_iter();
        Ok(tasks.take(TASKS_SHOWN).map(Task).collect())
    }

    /// How far they are.
    async fn progress(&self, ctx: &Context<'_>) -> Result<Progress> {
        let progress = measure(&self.work(ctx).await?, reader(ctx).today());
        Ok(progress.into())
    }

    /// The one thing to do next.
    async fn next_step(&self, ctx: &Context<'_>) -> Result<NextStep> {
        Ok(next_step(&self.work(ctx).await?).into())
    }

    /// Approval requests that wait for the mentor, oldest first; at most 100.
    async fn waiting(&self, ctx: &Context<'_>) -> Result<Vec<ApprovalRequest>> {
        let waiting = self.work(ctx).await?.waiting.into_iter();
        Ok(waiting.take(TASKS_SHOWN).map(ApprovalRequest).collect())
    }
}
