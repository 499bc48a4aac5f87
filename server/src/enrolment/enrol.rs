//! Giving somebody a place: the enrolment, its mentor and its tasks begin together.

use chrono::{Days, NaiveDate};
use entity::person_role::Role;
use entity::{cohort, enrolment, event, programme, school, task, task_template, training_group};
use sea_orm::ActiveValue::Set;
use sea_orm::{ActiveModelTrait as _, ColumnTrait as _, EntityTrait as _, QueryFilter as _};
use uuid::Uuid;

use crate::access::{Enrol, Granted};
use crate::clock::{can_have_been, london_day};
use crate::error::{Error, FieldError, Result, breaks_unique};
use crate::event::record;
use crate::mentor::{Fields, Nomination, nominate};
use crate::person::{self, Address, named};
use crate::programme::{end_of_terms, places_spoken_for, terms};
use crate::tx::Tx;

/// Who gets a place, where, and who mentors them.
#[derive(Clone, Debug)]
pub struct Enrolling {
    pub name: String,
    pub email: String,
    pub school_id: Uuid,
    /// The day on which they became SENCO; none while aspiring.
    pub appointed_on: Option<NaiveDate>,
    pub mentor: Nomination,
}

/// Enrols a participant into the group.
///
/// # Errors
/// `INVALID_INPUT` for what is missing, an appointment in the future or before 1960, a mentor with the participant's
/// address, somebody who has a place in the cohort, or a group that is full.
pub async fn enrol(tx: &Tx, group: Granted<Enrol>, input: Enrolling) -> Result<enrolment::Model> {
    let group = group.into_row();
    let (name, email) = check(tx, &group, &input).await?;
    let person = person::find_or_add(tx, name, email).await?;
    let cohort = cohort::Entity::find_by_id(group.cohort_id)
        .one(tx)
        .await?
        .ok_or(Error::NotFound("cohort"))?;
    let start = Start {
        person_id: person.id,
        school_id: input.school_id,
        appointed_on: input.appointed_on,
        // The office knows of no earlier service.
        clock_runs: true,
    };
    let enrolment = self::start(tx, &group, &cohort, start).await?;
    let fields = Fields {
        name: "mentorName",
        email: "mentorEmail",
        post: "mentorPost",
        nominated_by: "nominatedBy",
    };
    nominate(tx, &enrolment, &input.mentor, fields).await?;
    Ok(enrolment)
}

/// Whose enrolment begins.
#[derive(Clone, Copy, Debug)]
pub struct Start {
    pub person_id: Uuid,
    pub school_id: Uuid,
    /// The day on which they became SENCO; none while aspiring.
    pub appointed_on: Option<NaiveDate>,
    /// Whether the law asks for the award by a day.
    pub clock_runs: bool,
}

/// Begins an enrolment with its tasks, for somebody who has a place; nobody mentors it yet.
///
/// # Errors
/// `INVALID_INPUT` for somebody who has a place in the cohort.
pub async fn start(
    tx: &Tx,
    group: &training_group::Model,
    cohort: &cohort::Model,
    start: Start,
) -> Result<enrolment::Model> {
    person::give_role(tx, start.person_id, Role::Participant).await?;
    let enrolment = place(tx, group, cohort, start).await?;
    set_tasks(tx, &enrolment, cohort).await?;
    record(tx, event::Kind::EnrolmentStarted, &enrolment, None).await?;
    Ok(enrolment)
}

async fn check(
    tx: &Tx,
    group: &training_group::Model,
    input: &Enrolling,
) -> Result<(String, String)> {
    let mut wrong = Vec::new();
    // The group is locked: nobody else takes its last place meanwhile.
    if let Some(places) = group.capacity
        && places_spoken_for(tx, group.id).await? >= places
    {
        let message = format!(
            "All {places} places of this group are taken or offered. Choose another group."
        );
        wrong.push(FieldError {
            name: "groupId",
            message,
        });
    }
    let name = named("name", &input.name, &mut wrong);
    let email = Address::checked("email", &input.email, &mut wrong);
    if school::Entity::find_by_id(input.school_id)
        .one(tx)
        .await?
        .is_none()
    {
        wrong.push(FieldError {
            name: "schoolId",
            message: "Choose a school.".into(),
        });
    }
    let today = london_day(tx.now);
    if input
        .appointed_on
        .is_some_and(|day| !can_have_been(day, today))
    {
        let message = "The appointment must be between 1960 and today.".into();
        wrong.push(FieldError {
            name: "appointedOn",
            message,
        });
    }
    if wrong.is_empty() {
        Ok((name, email))
    } else {
        Err(Error::Invalid(wrong))
    }
}

async fn place(
    tx: &Tx,
    group: &training_group::Model,
    cohort: &cohort::Model,
    start: Start,
) -> Result<enrolment::Model> {
    let calendar = terms(tx, cohort.id).await?;
    let award = award(tx, cohort).await?;
    let state = if cohort.starts_on > london_day(tx.now) {
        enrolment::State::PreStart
    } else {
        enrolment::State::Active
    };
    let row = enrolment::ActiveModel {
        id: Set(Uuid::now_v7()),
        person_id: Set(start.person_id),
        cohort_id: Set(cohort.id),
        group_id: Set(group.id),
        school_id: Set(start.school_id),
        state: Set(state),
        appointed_on: Set(start.appointed_on),
        started_on: Set(cohort.starts_on),
        ends_on: Set(end_of_terms(
            cohort.starts_on,
            award.limits.programme_terms,
            &calendar,
        )),
        created_at: Set(tx.now),
        clock_runs: Set(start.clock_runs),
    };
    row.insert(tx).await.map_err(|error| {
        if breaks_unique(&error, "enrolment", &["person_id", "cohort_id"]) {
            Error::field("email", "This person has a place in the cohort already.")
        } else {
            error.into()
        }
    })
}

async fn set_tasks(tx: &Tx, enrolment: &enrolment::Model, cohort: &cohort::Model) -> Result<()> {
    let award = award(tx, cohort).await?;
    let templates = task_template::Entity::find()
        .filter(task_template::Column::AwardId.eq(award.id))
        .all(tx)
        .await?;
    // Who joins late must not be late with everything at once.
    let first_day = cohort.starts_on.max(london_day(tx.now));
    let rows = templates.into_iter().map(|template| task::ActiveModel {
        id: Set(Uuid::now_v7()),
        enrolment_id: Set(enrolment.id),
        participant_id: Set(enrolment.person_id),
        template_id: Set(template.id),
        code: Set(template.code),
        title: Set(template.title),
        position: Set(template.position),
        state: Set(task::State::Available),
        account: Set(String::new()),
        reflection: Set(String::new()),
        done_from: Set(None),
        done_to: Set(None),
        due_on: Set(first_day + Days::new(7 * u64::from(template.due_week.unsigned_abs()))),
        version: Set(1),
        submitted_at: Set(None),
        approved_at: Set(None),
        updated_at: Set(tx.now),
    });
    task::Entity::insert_many(rows)
        .exec_without_returning(tx)
        .await?;
    Ok(())
}

async fn award(tx: &Tx, cohort: &cohort::Model) -> Result<entity::award::Model> {
    let found = programme::Entity::find_by_id(cohort.programme_id)
        .find_also_related(entity::award::Entity)
        .one(tx)
        .await?;
    found
        .and_then(|(_, award)| award)
        .ok_or(Error::NotFound("award"))
}
