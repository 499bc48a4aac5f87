//! A participant: who they are, how they work, and how far that brought them.

use chrono::{Duration, NaiveDate};
use entity::enrolment::State;
use entity::event::Kind;
use entity::person_role::Role;
use entity::{enrolment, mentor, mentorship, person_role, task};

use super::dice::Dice;
use super::people::{By, HOST, event, person};
use super::places::{GROUP, Ground, MENTORS, morning};
use super::rows::Rows;
use super::starts::Start;
use super::tasks::Story;

/// How somebody keeps to the days on which tasks are due.
#[derive(Clone, Copy, Debug)]
pub struct Pace {
    /// Days from the due day to the day of handing in, about.
    pub days: i64,
    /// After this day nothing more is done: today, or earlier for those who stopped.
    pub until: NaiveDate,
}

/// Adds the participant with this number and all that they did.
pub fn enrol(ground: &Ground, number: usize, rows: &mut Rows) {
    let mut dice = Dice::of(ground.random, "participant", number);
    let group = &ground.groups[number / GROUP];
    let Some(start) = ground
        .starts
        .iter()
        .find(|start| start.cohort.id == group.cohort_id)
    else {
        return;
    };
    let joined = morning(start.cohort.starts_on - Duration::days(dice.between(20, 50)));
    let nth = if number == 0 {
        String::new()
    } else {
        format!(".{number}")
    };
    let person = person(
        &ground.words,
        &mut dice,
        format!("participant{nth}@{HOST}"),
        joined,
    );
    let school = dice.below(ground.schools.len());
    let mentor = &ground.mentors[school * MENTORS + dice.below(MENTORS)];
    let school = &ground.schools[school];
    let (leaves, pace) = pace(&mut dice, start, ground.today, number);
    let mut enrolment = enrolment::Model {
        id: dice.id(joined),
        person_id: person.id,
        cohort_id: start.cohort.id,
        group_id: group.id,
        school_id: school.id,
        state: State::Active,
        appointed_on: dice
            .chance(900)
            .then(|| start.cohort.starts_on - Duration::days(dice.between(60, 700))),
        started_on: start.cohort.starts_on,
        ends_on: start.ends_on,
        created_at: joined,
        clock_runs: true,
    };
    rows.mentorships.push(mentorship(
        &mut dice,
        &enrolment,
        mentor,
        school.head_name.clone(),
    ));
    let office = By::Person(&ground.office);
    rows.events.push(event(
        &mut dice,
        joined,
        Kind::EnrolmentStarted,
        office,
        &enrolment,
        None,
    ));
    let first = rows.tasks.len();
    Story {
        ground,
        person: &person,
        enrolment: &enrolment,
        mentor,
        pace,
        dice: &mut dice,
        rows,
    }
    .tell();
    let is_done = rows.tasks[first..]
        .iter()
        .all(|task| matches!(task.state, task::State::Approved | task::State::Waived));
    enrolment.state = state(leaves, is_done, start, ground.today);
    rows.roles.push(person_role::Model {
        person_id: person.id,
        role: Role::Participant,
    });
    rows.people.push(person);
    rows.enrolments.push(enrolment);
}

/// Who leaves or pauses, and how quickly somebody works. The first participant of all is one who does as they should.
fn pace(dice: &mut Dice, start: &Start, today: NaiveDate, number: usize) -> (Option<State>, Pace) {
    let kind = if number == 0 { 999 } else { dice.below(1000) };
    let leaves = match kind {
        0..30 => Some(State::Withdrawn),
        30..60 => Some(State::Deferred),
        60..75 => Some(State::Failed),
        _ => None,
    };
    let days = match kind {
        75..275 => dice.between(-50, -25),
        275..475 => dice.between(10, 45),
        _ => dice.between(-12, 2),
    };
    let stops = start.cohort.starts_on + Duration::days(dice.between(60, 500));
    let until = if kind < 110 { today.min(stops) } else { today };
    (leaves.filter(|_| stops < today), Pace { days, until })
}

fn state(leaves: Option<State>, is_done: bool, start: &Start, today: NaiveDate) -> State {
    match leaves {
        _ if start.cohort.starts_on > today => State::PreStart,
        _ if is_done && start.ends_on < today => State::Completed,
        _ if is_done => State::AwaitingBoard,
        Some(left) => left,
        None if start.ends_on < today => State::TimeExpired,
        None => State::Active,
    }
}

fn mentorship(
    dice: &mut Dice,
    enrolment: &enrolment::Model,
    mentor: &mentor::Model,
    nominated_by: Option<String>,
) -> mentorship::Model {
    mentorship::Model {
        id: dice.id(enrolment.created_at),
        enrolment_id: enrolment.id,
        mentor_id: mentor.id,
        state: mentorship::State::Active,
        nominated_by: nominated_by.unwrap_or_default(),
        started_at: enrolment.created_at,
        ended_at: None,
        end_reason: None,
    }
}
