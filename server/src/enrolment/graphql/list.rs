//! Lists of participants: what they are narrowed and sorted by.

use chrono::Duration;
use entity::enrolment::{Column, Relation};
use entity::{approval_request, mentorship, person, school, task, training_group};
use sea_orm::sea_query::SimpleExpr;
use sea_orm::{
    ColumnTrait as _, Condition, EntityTrait as _, QueryFilter as _, QuerySelect as _,
    QueryTrait as _, RelationTrait as _,
};

use super::EnrolmentStateFilter;
use crate::error::{Error, Result};
use crate::reading::{Reader, SortKey, contains};
use crate::schema::{By, DayFilter, IdFilter, TextFilter, filter, order, personal, whole, within};
use crate::task::overdue;

filter! {
    /// Which participants. All that is said must hold; what is left out does not narrow the list.
    pub ParticipantWhere |reader| {
        /// The place in a cohort itself.
        id: IdFilter => Column::Id;
        /// Where the participant stands.
        state: EnrolmentStateFilter => Column::State;
        /// The person.
        person: IdFilter => Column::PersonId;
        /// The training group.
        group: IdFilter => Column::GroupId;
        /// The cohort.
        cohort: IdFilter => Column::CohortId;
        /// The school.
        school: IdFilter => Column::SchoolId;
        /// The mentor of now. `FORBIDDEN` to delivery partners.
        mentor: IdFilter => within(
            Column::Id, mentorship::Column::EnrolmentId, of_work(reader, mentorship::Column::MentorId)?,
        )
            .only(mentorship::Column::EndedAt.is_null());
        /// The person's name. `FORBIDDEN` to tools that may not read names.
        name: TextFilter => within(
            Column::PersonId, person::Column::Id, personal(reader, person::Column::Name)?,
        );
        /// Whether the participant is SENCO already, not aspiring.
        appointed: bool => Column::AppointedOn.is_not_null();
        /// The day on which they became SENCO.
        appointed_on: DayFilter => Column::AppointedOn;
        /// The first day.
        started_on: DayFilter => Column::StartedOn;
        /// The last day of the last term allowed.
        ends_on: DayFilter => Column::EndsOn;
        /// With a task past its day and not with the mentor, or without.
        overdue: bool => has_overdue(reader);
        /// With an approval that the mentor has not answered for more than this many days, 0 to 9999. `FORBIDDEN` to
        /// delivery partners.
        waiting_over: i32 => By(|days: &i32| waits_over(reader, *days));
        /// Part of the school's name; of the person's too, unless you may not read names; for administrators also of the
        /// address.
        search: String => By(|text: &String| found(reader, text));
    }
}

order! {
    /// How participants are sorted; those that are equal, by id.
    pub ParticipantOrder
    /// What participants are sorted by.
    by ParticipantOrderField |reader| {
        /// The person's name. `FORBIDDEN` to tools that may not read names.
        Name => SortKey::text(personal(reader, person::Column::Name)?).through(Relation::Person.def());
        /// The school's name.
        School => SortKey::text(school::Column::Name).through(Relation::School.def());
        /// The group's name.
        Group => SortKey::text(training_group::Column::Name).through(Relation::TrainingGroup.def());
        /// The first day.
        StartedOn => SortKey::day(Column::StartedOn);
        /// The day on which they became SENCO; those who are aspiring count as before all others.
        AppointedOn => SortKey::maybe_day(Column::AppointedOn);
        /// When they were given the place.
        Enrolled => SortKey::age();
    }
}

/// A value that tells of somebody's work, for readers who may look into it.
fn of_work(reader: &Reader, value: mentorship::Column) -> Result<mentorship::Column> {
    reader.actor.may_ask_by_work()?;
    Ok(value)
}

fn has_overdue(reader: &Reader) -> SimpleExpr {
    let late = task::Entity::find()
        .select_only()
        .column(task::Column::EnrolmentId)
        .filter(overdue(reader.today()));
    Column::Id.in_subquery(late.into_query())
}

/// A list that goes back further than the programme can.
const DAYS: i32 = 9999;

fn waits_over(reader: &Reader, days: i32) -> Result<Condition> {
    reader.actor.may_ask_by_work()?;
    if !(0..=DAYS).contains(&days) {
        return Err(Error::field(
            "waitingOver",
            format!("Use 0 to {DAYS} days."),
        ));
    }
    let waiting = approval_request::Entity::find()
        .select_only()
        .column(approval_request::Column::EnrolmentId)
        .filter(approval_request::Column::State.eq(approval_request::State::Waiting))
        .filter(approval_request::Column::AskedAt.lt(reader.now - Duration::days(days.into())));
    Ok(Condition::all().add(Column::Id.in_subquery(waiting.into_query())))
}

fn found(reader: &Reader, text: &str) -> Result<Condition> {
    let text = whole("search", text)?;
    if text.trim().is_empty() {
        return Ok(Condition::all());
    }
    let schools = school::Entity::find()
        .select_only()
        .column(school::Column::Id)
        .filter(contains(school::Column::Name, text));
    let mut known = Condition::any();
    if reader.actor.may_see_names() {
        known = known.add(contains(person::Column::Name, text));
    }
    if reader.actor.is_administrator() {
        known = known.add(contains(person::Column::Email, text));
    }
    let mut found = Condition::any().add(Column::SchoolId.in_subquery(schools.into_query()));
    if !known.is_empty() {
        let people = person::Entity::find()
            .select_only()
            .column(person::Column::Id)
            .filter(known);
        found = found.add(Column::PersonId.in_subquery(people.into_query()));
    }
    Ok(found)
}
