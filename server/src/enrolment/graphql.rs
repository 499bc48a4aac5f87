//! Participants in the schema: a person's place in a cohort, and how far they are.

use std::collections::HashMap;

use async_graphql::dataloader::Loader;
use async_graphql::{
    Context, Description, Enum, ID, InputObject, Lookahead, Object, Result, SimpleObject,
};
use chrono::{DateTime, NaiveDate, Utc};
use entity::{enrolment, mentor, mentorship};
use futures_util::future::BoxFuture;
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _};
use uuid::Uuid;

use super::{
    Enrolling, NextStepKind, ParticipantOrder, ParticipantOrderField, ParticipantWhere, Work,
    measure, next_step, work,
};
use crate::access::{self, Guarded as _};
use crate::approval::graphql::{ApprovalRequest, prefetch as prefetch_approvals};
use crate::error::Error;
use crate::mentor::Nomination;
use crate::mentor::graphql::{Mentor, prefetch as prefetch_mentors};
use crate::person::graphql::{Person, PersonById};
use crate::programme::graphql::{
    Cohort, CohortById, Group, GroupById, Outcome, prefetch_cohorts, prefetch_groups,
};
use crate::reading::{self, Page, Reader, page};
use crate::schema::{
    Connected, Direction, Loads, actor, by_id, connect, known, loads, maybe_uuid, nodes, portal,
    reader, uuid, wants_total,
};
use crate::school::graphql::{School, SchoolById};
use crate::task::graphql::{Task, prefetch as prefetch_tasks};
use crate::tx;

/// Tasks of one participant that are shown at most; an award sets about ten.
const TASKS_SHOWN: usize = 100;

/// Where a participant's enrolment stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "enrolment::State")]
pub enum EnrolmentState {
    /// Enrolled; the cohort has not begun.
    PreStart,
    /// Working.
    Active,
    /// Paused, to go on with a later cohort.
    Deferred,
    /// All work is in; the board has not met.
    AwaitingBoard,
    /// The award is gained.
    Completed,
    /// Left.
    Withdrawn,
    /// The time allowed ran out.
    TimeExpired,
    /// Not passed.
    Failed,
}

/// Whether an outcome is covered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "super::Coverage")]
pub enum Coverage {
    /// Nothing points to it yet.
    None,
    /// A task that is not approved yet points to it.
    Partial,
    /// An approved task covers it.
    Met,
}

/// What a participant does best now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "NextStepKind", name = "NextStepKind")]
pub enum StepKind {
    /// Look at what the mentor asks for and submit again.
    AnswerReturned,
    /// Finish a draft.
    FinishDraft,
    /// Begin the task that is due first.
    StartTask,
    /// Nothing but to wait for the mentor.
    WaitForMentor,
    /// Every task is approved or waived.
    AllDone,
}

/// What participants are sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "ParticipantOrderField", name = "ParticipantOrderField")]
pub enum OrderField {
    /// The person's name; by age for tools that may not read names.
    Name,
    /// The school's name.
    School,
    /// The group's name.
    Group,
    /// The first day.
    StartedOn,
}

/// Which participants. What is left out does not narrow the list.
#[derive(Default, InputObject)]
#[graphql(name = "ParticipantWhere")]
pub struct Where {
    /// Of this training group.
    group_id: Option<ID>,
    /// At this school.
    school_id: Option<ID>,
    /// In any of these states.
    state: Option<Vec<EnrolmentState>>,
    /// Part of the person's or the school's name, or for administrators of the address.
    search: Option<String>,
}

/// How participants are sorted.
#[derive(InputObject)]
#[graphql(name = "ParticipantOrder")]
pub struct OrderBy {
    /// By what.
    field: OrderField,
    /// Which way.
    #[graphql(default_with = "Direction::Asc")]
    direction: Direction,
}

/// Who gets a place, where, and who mentors them.
#[derive(InputObject)]
pub struct EnrolInput {
    /// The participant's name; ignored if the address is known.
    name: String,
    /// The participant's address.
    email: String,
    /// The training group.
    group_id: ID,
    /// The school.
    school_id: ID,
    /// The day on which they became SENCO; left out while aspiring.
    appointed_on: Option<NaiveDate>,
    /// The mentor's name.
    mentor_name: String,
    /// The mentor's address; not the participant's.
    mentor_email: String,
    /// The mentor's post at the school.
    mentor_post: String,
    /// Who at the school signed the nomination.
    nominated_by: String,
}

/// How far an outcome is covered.
#[derive(SimpleObject)]
pub struct OutcomeProgress {
    /// The outcome.
    outcome: Outcome,
    /// How far.
    coverage: Coverage,
    /// Titles of the approved tasks that cover it.
    by: Vec<String>,
}

/// How far a participant is. Each task counts once among the seven numbers but `overdue`.
#[derive(SimpleObject)]
pub struct Progress {
    /// All tasks.
    total: i32,
    /// Approved by the mentor.
    approved: i32,
    /// With the mentor.
    waiting: i32,
    /// Sent back by the mentor.
    returned: i32,
    /// Begun, or open again.
    drafts: i32,
    /// Not begun.
    not_started: i32,
    /// Excused.
    waived: i32,
    /// Past their day and not with the mentor.
    overdue: i32,
    /// Since when the oldest approval request waits.
    oldest_waiting_at: Option<DateTime<Utc>>,
    /// Every outcome of the award, in its order.
    outcomes: Vec<OutcomeProgress>,
}

/// The one thing to do next.
#[derive(SimpleObject)]
pub struct NextStep {
    /// What it is.
    kind: StepKind,
    /// With which task; none when all is done.
    task: Option<Task>,
    /// Since when it stands so.
    since: Option<DateTime<Utc>>,
}

by_id! {
    /// An enrolment by id.
    EnrolmentById, enrolment
}

/// All that progress is computed from, by the enrolment's id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct WorkOf(Uuid);

impl Loader<WorkOf> for Reader {
    type Value = Work;
    type Error = async_graphql::Error;

    async fn load(&self, keys: &[WorkOf]) -> Result<HashMap<WorkOf, Work>> {
        let ids: Vec<Uuid> = keys.iter().map(|key| key.0).collect();
        Ok(work(self, &ids)
            .await?
            .into_iter()
            .map(|(id, work)| (WorkOf(id), work))
            .collect())
    }
}

/// Who mentors an enrolment now, by the enrolment's id. Nobody is an answer too.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct MentorOf(Uuid);

impl Loader<MentorOf> for Reader {
    type Value = Option<mentor::Model>;
    type Error = async_graphql::Error;

    async fn load(&self, keys: &[MentorOf]) -> Result<HashMap<MentorOf, Option<mentor::Model>>> {
        let rows = mentorship::Entity::find()
            .filter(mentorship::Entity::visible(&self.actor))
            .filter(mentorship::Column::EnrolmentId.is_in(keys.iter().map(|key| key.0)))
            .filter(mentorship::Column::EndedAt.is_null())
            .find_also_related(mentor::Entity)
            .all(&self.db)
            .await
            .map_err(Error::from)?;
        let mut found: HashMap<_, _> = keys.iter().map(|key| (*key, None)).collect();
        found.extend(
            rows.into_iter()
                .map(|(mentorship, mentor)| (MentorOf(mentorship.enrolment_id), mentor)),
        );
        Ok(found)
    }
}

/// Loads what the client wants of these enrolments, a fixed number of statements a kind.
pub fn prefetch<'a>(
    loads: &'a Loads,
    look: Lookahead<'a>,
    rows: &'a [enrolment::Model],
) -> BoxFuture<'a, Result<()>> {
    Box::pin(async move {
        if rows.is_empty() {
            return Ok(());
        }
        if look.field("person").exists() {
            let found = loads
                .load_many(rows.iter().map(|row| PersonById(row.person_id)))
                .await?;
            crate::person::graphql::prefetch(loads, &look.field("person"), found.into_values())
                .await?;
        }
        if look.field("school").exists() {
            let found = loads
                .load_many(rows.iter().map(|row| SchoolById(row.school_id)))
                .await?;
            crate::school::graphql::prefetch(loads, &look.field("school"), found.into_values())
                .await?;
        }
        if look.field("group").exists() {
            let found = loads
                .load_many(rows.iter().map(|row| GroupById(row.group_id)))
                .await?;
            prefetch_groups(loads, &look.field("group"), found.into_values()).await?;
        }
        if look.field("cohort").exists() {
            let found = loads
                .load_many(rows.iter().map(|row| CohortById(row.cohort_id)))
                .await?;
            prefetch_cohorts(loads, &look.field("cohort"), found.into_values()).await?;
        }
        if look.field("mentor").exists() {
            let found = loads
                .load_many(rows.iter().map(|row| MentorOf(row.id)))
                .await?;
            let mentors: Vec<_> = found.into_values().flatten().collect();
            prefetch_mentors(loads, &look.field("mentor"), &mentors).await?;
        }
        if ["tasks", "progress", "nextStep", "waiting"]
            .iter()
            .any(|name| look.field(name).exists())
        {
            let found = loads
                .load_many(rows.iter().map(|row| WorkOf(row.id)))
                .await?;
            prefetch_work(loads, &look, found.into_values().collect()).await?;
        }
        Ok(())
    })
}

async fn prefetch_work(loads: &Loads, look: &Lookahead<'_>, works: Vec<Work>) -> Result<()> {
    let tasks: Vec<_> = works
        .iter()
        .flat_map(|work| work.tasks.iter().cloned())
        .collect();
    let waiting: Vec<_> = works
        .iter()
        .flat_map(|work| work.waiting.iter().cloned())
        .collect();
    for wanted in [look.field("tasks"), look.field("nextStep").field("task")] {
        if wanted.exists() {
            prefetch_tasks(loads, wanted, &tasks).await?;
        }
    }
    prefetch_approvals(loads, look.field("waiting"), &waiting).await
}

/// A person's place in a cohort.
#[derive(Description)]
pub struct Enrolment(pub enrolment::Model);

impl Enrolment {
    async fn work(&self, ctx: &Context<'_>) -> Result<Work> {
        Ok(loads(ctx)
            .load_one(WorkOf(self.0.id))
            .await?
            .unwrap_or_default())
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
        let found = loads(ctx).load_one(PersonById(self.0.person_id)).await?;
        Ok(found.map(Person).ok_or(Error::NotFound("person"))?)
    }

    /// The school where they work.
    async fn school(&self, ctx: &Context<'_>) -> Result<School> {
        let found = loads(ctx).load_one(SchoolById(self.0.school_id)).await?;
        Ok(found.map(School).ok_or(Error::NotFound("school"))?)
    }

    /// The group in which they are taught.
    async fn group(&self, ctx: &Context<'_>) -> Result<Group> {
        let found = loads(ctx).load_one(GroupById(self.0.group_id)).await?;
        Ok(found.map(Group).ok_or(Error::NotFound("group"))?)
    }

    /// The cohort with which they started.
    async fn cohort(&self, ctx: &Context<'_>) -> Result<Cohort> {
        let found = loads(ctx).load_one(CohortById(self.0.cohort_id)).await?;
        Ok(found.map(Cohort).ok_or(Error::NotFound("cohort"))?)
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
        let found = loads(ctx).load_one(MentorOf(self.0.id)).await?;
        Ok(found.flatten().map(Mentor))
    }

    /// Their tasks in the award's order; at most 100.
    async fn tasks(&self, ctx: &Context<'_>) -> Result<Vec<Task>> {
        Ok(self
            .work(ctx)
            .await?
            .tasks
            .into_iter()
            .take(TASKS_SHOWN)
            .map(Task)
            .collect())
    }

    /// How far they are.
    async fn progress(&self, ctx: &Context<'_>) -> Result<Progress> {
        let progress = measure(&self.work(ctx).await?, reader(ctx).today());
        let number = |count: usize| i32::try_from(count).unwrap_or(i32::MAX);
        Ok(Progress {
            total: number(progress.total),
            approved: number(progress.approved),
            waiting: number(progress.waiting),
            returned: number(progress.returned),
            drafts: number(progress.drafts),
            not_started: number(progress.not_started),
            waived: number(progress.waived),
            overdue: number(progress.overdue),
            oldest_waiting_at: progress.oldest_waiting_at,
            outcomes: progress
                .outcomes
                .into_iter()
                .map(|row| OutcomeProgress {
                    outcome: Outcome(row.outcome),
                    coverage: row.coverage.into(),
                    by: row.by,
                })
                .collect(),
        })
    }

    /// The one thing to do next.
    async fn next_step(&self, ctx: &Context<'_>) -> Result<NextStep> {
        let step = next_step(&self.work(ctx).await?);
        Ok(NextStep {
            kind: step.kind.into(),
            task: step.task.map(Task),
            since: step.since,
        })
    }

    /// Approval requests that wait for the mentor, oldest first; at most 100.
    async fn waiting(&self, ctx: &Context<'_>) -> Result<Vec<ApprovalRequest>> {
        Ok(self
            .work(ctx)
            .await?
            .waiting
            .into_iter()
            .take(TASKS_SHOWN)
            .map(ApprovalRequest)
            .collect())
    }
}

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
        let found = loads(ctx)
            .load_one(EnrolmentById(uuid(&id, enrolment::Entity::NAME)?))
            .await?;
        let row = found.ok_or(Error::NotFound(enrolment::Entity::NAME))?;
        prefetch(loads(ctx), ctx.look_ahead(), std::slice::from_ref(&row)).await?;
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
        let order = order_by.map_or(
            ParticipantOrder {
                field: ParticipantOrderField::Name,
                direction: reading::Direction::Asc,
            },
            |order| ParticipantOrder {
                field: order.field.into(),
                direction: order.direction.into(),
            },
        );
        let filter = filter.unwrap_or_default();
        let filter = ParticipantWhere {
            group_id: maybe_uuid(filter.group_id.as_ref(), "group")?,
            school_id: maybe_uuid(filter.school_id.as_ref(), "school")?,
            state: filter
                .state
                .map(|states| states.into_iter().map(Into::into).collect()),
            search: filter.search,
        };
        let slice = page(
            reader,
            filter.select(reader),
            order.sort_key(&reader.actor),
            enrolment::Column::Id,
            |row| row.id,
            Page::new(first, after)?,
            wants_total(ctx),
        )
        .await?;
        let rows = slice.models();
        for look in nodes(ctx) {
            prefetch(loads(ctx), look, &rows).await?;
        }
        Ok(connect(slice, Enrolment))
    }
}

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
        let enrolling = Enrolling {
            name: input.name,
            email: input.email,
            school_id: uuid(&input.school_id, "school")?,
            appointed_on: input.appointed_on,
            mentor: Nomination {
                name: input.mentor_name,
                email: input.mentor_email,
                post: input.mentor_post,
                nominated_by: input.nominated_by,
            },
        };
        let row = tx::write(portal(ctx), actor(ctx), async |tx| {
            let group = access::load::<access::Enrol>(tx, group).await?;
            super::enrol(tx, group, enrolling).await
        });
        Ok(Enrolment(row.await?))
    }
}
