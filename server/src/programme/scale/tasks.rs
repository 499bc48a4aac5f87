//! What a participant did with their tasks: two at a sitting, since one letter asks the mentor about both.

use chrono::{DateTime, Duration, NaiveDate, NaiveTime, Utc};
use entity::event::Kind;
use entity::task::State;
use entity::{enrolment, mentor, person, task, task_outcome};

use super::dice::Dice;
use super::enrol::Pace;
use super::people::{By, event};
use super::places::Ground;
use super::rows::Rows;
use super::work::Asked;
use crate::clock::london_moment;
use crate::event::About;

/// One participant's work, and the rows that tell of it.
pub struct Story<'a> {
    pub ground: &'a Ground,
    pub person: &'a person::Model,
    pub enrolment: &'a enrolment::Model,
    /// Who answers.
    pub mentor: &'a mentor::Model,
    pub pace: Pace,
    pub dice: &'a mut Dice,
    pub rows: &'a mut Rows,
}

impl Story<'_> {
    /// Adds all tasks, as they stand.
    pub fn tell(mut self) {
        for pair in self.ground.work.tasks.chunks(2) {
            self.sit(pair);
        }
    }

    /// Two tasks that are written and handed in together.
    fn sit(&mut self, pair: &[Asked]) {
        let first_day = self.enrolment.started_on;
        let due = |asked: &Asked| first_day + Duration::weeks(asked.template.due_week.into());
        let Some(first) = pair.first().map(due) else {
            return;
        };
        let handed_in = first + Duration::days(self.pace.days + self.dice.between(-8, 8));
        let begun = (handed_in - Duration::days(self.dice.between(10, 50))).max(first_day);
        let handed_in = handed_in.max(begun + Duration::days(1));
        let asking = (handed_in < self.pace.until).then(|| self.ask(handed_in));
        for asked in pair {
            let mut task = self.fresh(asked, due(asked));
            let claims = asked
                .outcomes
                .iter()
                .map(|(outcome_id, _)| task_outcome::Model {
                    task_id: task.id,
                    outcome_id: *outcome_id,
                });
            self.rows.claims.extend(claims);
            if begun < self.pace.until && self.dice.chance(15) {
                self.waive(&mut task, begun);
            } else if begun < self.pace.until {
                self.write(&mut task, begun, handed_in);
                if let Some(asking) = &asking {
                    self.hand_in(asked, &mut task, asking);
                }
            }
            self.rows.tasks.push(task);
        }
    }

    fn fresh(&mut self, asked: &Asked, due_on: NaiveDate) -> task::Model {
        let template = &asked.template;
        task::Model {
            id: self.dice.id(self.enrolment.created_at),
            enrolment_id: self.enrolment.id,
            participant_id: self.person.id,
            template_id: template.id,
            code: template.code.clone(),
            title: template.title.clone(),
            position: template.position,
            state: State::Available,
            account: String::new(),
            reflection: String::new(),
            done_from: None,
            done_to: None,
            due_on,
            version: 1,
            submitted_at: None,
            approved_at: None,
            updated_at: self.enrolment.created_at,
        }
    }

    fn waive(&mut self, task: &mut task::Model, day: NaiveDate) {
        let at = moment(self.dice, day, 9);
        step(task, State::Waived, at);
        let why = self.ground.words.waived.clone();
        self.note(
            at,
            Kind::TaskWaived,
            By::Person(&self.ground.office),
            &*task,
            Some(why),
        );
    }

    fn write(&mut self, task: &mut task::Model, begun: NaiveDate, ended: NaiveDate) {
        let at = moment(self.dice, begun, 15);
        step(task, State::InProgress, at);
        let words = &self.ground.words;
        let (long, short) = (self.dice.between(3, 6), self.dice.between(2, 3));
        task.account = sentences(self.dice, &words.account, long);
        task.reflection = sentences(self.dice, &words.reflection, short);
        task.done_from = Some(begun - Duration::days(1));
        task.done_to = Some((ended - Duration::days(1)).min(self.ground.today));
        self.note(at, Kind::TaskStarted, By::Person(self.person), &*task, None);
    }

    /// Records what happened.
    pub fn note(
        &mut self,
        at: DateTime<Utc>,
        kind: Kind,
        by: By<'_>,
        about: impl Into<About>,
        note: Option<String>,
    ) {
        self.rows
            .events
            .push(event(self.dice, at, kind, by, about, note));
    }
}

/// Brings the task on.
pub fn step(task: &mut task::Model, state: State, at: DateTime<Utc>) {
    task.state = state;
    task.version += 1;
    task.updated_at = at;
}

fn sentences(dice: &mut Dice, from: &[String], count: i64) -> String {
    let chosen: Vec<&str> = (0..count).map(|_| dice.pick(from).as_str()).collect();
    chosen.join(" ")
}

/// Some time in the four hours from that hour on.
pub fn moment(dice: &mut Dice, day: NaiveDate, hour: u32) -> DateTime<Utc> {
    let seconds = u32::try_from(dice.between(0, 4 * 3600 - 1)).unwrap_or(0);
    let time = NaiveTime::from_num_seconds_from_midnight_opt(hour * 3600 + seconds, 0);
    london_moment(day, time.unwrap_or_default())
}
