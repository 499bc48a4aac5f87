//! One participant's place in a cohort, in the schema.

use std::sync::Arc;

use async_graphql::{ID, Result};
use chrono::NaiveDate;
use entity::award::Limits;
use entity::enrolment;

use super::load::{MentorOf, TasksOf, WaitingOf};
use super::{EnrolmentState, NextStep, Progress};
use crate::approval::graphql::ApprovalRequest;
use crate::enrolment::{self as room, UNDER_WAY, next_step};
use crate::mentor::graphql::Mentor;
use crate::person::graphql::{Person, PersonById};
use crate::programme::Starts;
use crate::programme::graphql::{Cohort, CohortById, CourseOf, Group, GroupById, StartsWith};
use crate::schema::{Loads, each, must, object};
use crate::school::graphql::{School, SchoolById};
use crate::statutory::graphql::{StartChoice, StatutoryClock};
use crate::statutory::{Outlook, joining};
use crate::task::graphql::Task;

/// Tasks of one participant that are shown at most; an award sets about ten.
const TASKS_SHOWN: usize = 100;

object! {
    /// A person's place in a cohort.
    Enrolment(place: enrolment::Model, loads);

    /// Stable for good.
    id: ID => place.id.into();
    /// Whose place it is.
    person: Result<Person> where found = PersonById(place.person_id) => must(found, "person");
    /// The school where they work.
    school: Result<School> where found = SchoolById(place.school_id) => must(found, "school");
    /// The group in which they are taught.
    group: Result<Group> where found = GroupById(place.group_id) => must(found, "group");
    /// The cohort with which they started.
    cohort: Result<Cohort> where found = CohortById(place.cohort_id) => must(found, "cohort");
    /// Where it stands.
    state: EnrolmentState => place.state.into();
    /// The day on which they became SENCO; null while aspiring.
    appointed_on: Option<NaiveDate> => place.appointed_on;
    /// The first day.
    started_on: NaiveDate => place.started_on;
    /// The last day of the last term that the award allows.
    ends_on: NaiveDate => place.ends_on;
    /// By when they must hold the award, and when they are likely to; null once they have it or have left.
    clock: Option<StatutoryClock> where course = CourseOf(place.cohort_id) => {
        let course = course.filter(|_| UNDER_WAY.contains(&place.state));
        course.map(|course| outlook(place, &course.1, loads).into())
    };
    /// What a deferral to each later cohort would mean, soonest first; at most 6, and none once they have the award or have
    /// left.
    deferrals: Vec<StartChoice> where starts = StartsWith(place.cohort_id) => match starts {
        Some(starts) if UNDER_WAY.contains(&place.state) => deferrals(place, &starts, loads),
        _ => Vec::new(),
    };
    /// Who mentors them now; null while the school has nominated nobody, and for delivery partners.
    mentor: Option<Mentor> where found = MentorOf(place.id) => each(found);
    /// Their tasks in the award's order; at most 100. Empty for delivery partners.
    tasks: Vec<Task> where tasks = TasksOf(place.id) => shown(&tasks);
    /// How far they are.
    progress: Progress => Progress(place.clone());
    /// The one thing to do next.
    next_step: NextStep where tasks = TasksOf(place.id) => {
        let actor = loads.actor();
        let is_known = actor.as_partner().is_none() || actor.is_person(place.person_id);
        if is_known { next_step(&tasks) } else { room::NextStep::HIDDEN }.into()
    };
    /// Approval requests that wait for the mentor, oldest first; at most 100. Empty for delivery partners.
    waiting: Vec<ApprovalRequest> where waiting = WaitingOf(place.id) => shown(&waiting);
}

fn outlook(place: &enrolment::Model, limits: &Limits, loads: &Loads) -> Outlook {
    let days = (place.started_on, place.ends_on);
    let appointed_on = place.appointed_on.filter(|_| place.clock_runs);
    Outlook::reckon(appointed_on, days, limits, loads.reader().today())
}

fn deferrals(place: &enrolment::Model, starts: &Starts, loads: &Loads) -> Vec<StartChoice> {
    let limits = &starts.award.limits;
    let now = outlook(place, limits, loads);
    let later = starts
        .ahead
        .iter()
        .filter(|ahead| ahead.cohort.starts_on > place.started_on);
    let choices = joining(&now, later, limits).into_iter();
    choices.map(StartChoice::from).collect()
}

fn shown<N: From<Arc<M>>, M>(rows: &[Arc<M>]) -> Vec<N> {
    let shown = rows.iter().take(TASKS_SHOWN);
    shown.cloned().map(N::from).collect()
}
