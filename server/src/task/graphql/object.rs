//! One task in the schema.

use async_graphql::{ID, Result};
use chrono::{DateTime, NaiveDate, Utc};
use entity::task;

use super::can::can;
use super::load::TextsOf;
use super::{OutcomesOfTask, OutcomesOfTemplate, TaskAction, TaskState, TemplateById};
use crate::approval::graphql::{ApprovalRequest, LatestApproval};
use crate::enrolment::graphql::{Enrolment, EnrolmentById};
use crate::enrolment::is_overdue;
use crate::event::graphql::{Event, TaskEvents};
use crate::programme::graphql::Outcome;
use crate::schema::{each, must, object};

object! {
    /// A school-based task of one participant.
    Task(task: task::Model, loads);

    /// Stable for good.
    id: ID => task.id.into();
    /// The award's code for it, such as `policy_review`.
    code: &str => &task.code;
    /// What it is called.
    title: &str => &task.title;
    /// What is to be done, and what the mentor looks for.
    guidance: String where found = TemplateById(task.template_id) =>
        found.map(|template| template.guidance.clone()).unwrap_or_default();
    /// Where it stands.
    state: TaskState => task.state.into();
    /// What was done, in the participant's words; null for reporting tools.
    account: Option<String> where texts = TextsOf(task.id) =>
        texts.map(|(account, _)| account).filter(|_| !loads.actor().is_tool());
    /// What was learned from it; null for reporting tools.
    reflection: Option<String> where texts = TextsOf(task.id) =>
        texts.map(|(_, reflection)| reflection).filter(|_| !loads.actor().is_tool());
    /// The first day of the work.
    done_from: Option<NaiveDate> => task.done_from;
    /// The last day of the work.
    done_to: Option<NaiveDate> => task.done_to;
    /// The day by which it should be with the mentor, in London.
    due_on: NaiveDate => task.due_on;
    /// Whether that day has passed and it is not with the mentor, approved or waived.
    overdue: bool => is_overdue(task, loads.reader().today());
    /// Goes up with every change. Send back the one that was changed: it tells whether somebody was faster.
    version: i32 => task.version;
    /// When it was last handed to the mentor.
    submitted_at: Option<DateTime<Utc>> => task.submitted_at;
    /// When the mentor approved it.
    approved_at: Option<DateTime<Utc>> => task.approved_at;
    /// When it last changed.
    updated_at: DateTime<Utc> => task.updated_at;
    /// The outcomes that the participant says it covers.
    outcomes: Vec<Outcome> where found = OutcomesOfTask(task.id) => each(found);
    /// The outcomes that the award means it to cover.
    suggested_outcomes: Vec<Outcome> where found = OutcomesOfTemplate(task.template_id) => each(found);
    /// The participant's place in the cohort.
    enrolment: Result<Enrolment> where found = EnrolmentById(task.enrolment_id) => must(found, "participant");
    /// The latest asking, if the mentor was ever asked.
    approval: Option<ApprovalRequest> where found = LatestApproval(task.id) => each(found);
    /// What happened to it, newest first; at most 100. Empty for reporting tools.
    timeline: Vec<Event> where found = TaskEvents(task.id) => each(found);
    /// What you may do with it now.
    can: Vec<TaskAction> where latest = LatestApproval(task.id) => can(loads, task, latest.as_deref());
}
