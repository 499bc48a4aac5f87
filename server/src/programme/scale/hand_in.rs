//! Handing a task in, and what the mentor made of it.

use chrono::{Duration, NaiveDate};
use entity::event::Kind;
use entity::task::State;
use entity::{approval_request, task};

use super::letters::Asking;
use super::people::By;
use super::tasks::{Story, moment, step};
use super::work::Asked;
use crate::clock::london_day;
use crate::task::hash;

/// What the mentor says in the end.
#[derive(Clone, Copy, Debug)]
enum Decided {
    Approved,
    Returned,
}

impl Story<'_> {
    /// Hands the task in, and once more where it came back.
    pub fn hand_in(&mut self, asked: &Asked, task: &mut task::Model, asking: &Asking) {
        let decided = if self.dice.chance(120) {
            Decided::Returned
        } else {
            Decided::Approved
        };
        self.submit(asked, task, asking, decided);
        let later = london_day(task.updated_at);
        if task.state == State::Returned {
            let again = later + Duration::days(self.dice.between(2, 14));
            if again < self.pace.until {
                let asking = self.ask(again);
                self.submit(asked, task, &asking, Decided::Approved);
            }
        } else if task.state == State::Approved && self.dice.chance(4) {
            let day = later + Duration::days(self.dice.between(5, 60));
            if day < self.ground.today {
                self.reopen(task, day);
            }
        }
    }

    fn submit(&mut self, asked: &Asked, task: &mut task::Model, asking: &Asking, decided: Decided) {
        step(task, State::Submitted, asking.at);
        task.submitted_at = Some(asking.at);
        self.note(
            asking.at,
            Kind::TaskSubmitted,
            By::Person(self.person),
            &*task,
            None,
        );
        let codes: Vec<String> = asked
            .outcomes
            .iter()
            .map(|(_, code)| code.clone())
            .collect();
        let mut request = self.request(task, asking, hash(task, &codes));
        if let Some((at, receipt_id)) = asking.answer {
            let words = &self.ground.words;
            let (state, kind, comment) = match decided {
                Decided::Returned => {
                    step(task, State::Returned, at);
                    let comment = Some(self.dice.pick(&words.returned).clone());
                    (
                        approval_request::State::Returned,
                        Kind::TaskReturned,
                        comment,
                    )
                }
                Decided::Approved => {
                    step(task, State::Approved, at);
                    task.approved_at = Some(at);
                    let comment = self
                        .dice
                        .chance(500)
                        .then(|| self.dice.pick(&words.approved).clone());
                    (
                        approval_request::State::Approved,
                        Kind::TaskApproved,
                        comment,
                    )
                }
            };
            let undo = self.ground.work.award.limits.undo_minutes;
            request.state = state;
            request.decided_at = Some(at);
            request.comment.clone_from(&comment);
            request.signed_name = Some(self.mentor.name.clone());
            request.settles_at = Some(at + Duration::minutes(undo.into()));
            request.receipt_id = Some(receipt_id);
            self.note(at, kind, By::Mentor(self.mentor), &request, comment);
            self.tell_of(&request, at);
        }
        self.rows.requests.push(request);
    }

    fn request(
        &mut self,
        task: &task::Model,
        asking: &Asking,
        text_hash: String,
    ) -> approval_request::Model {
        approval_request::Model {
            id: self.dice.id(asking.at),
            task_id: task.id,
            enrolment_id: self.enrolment.id,
            participant_id: self.person.id,
            mentor_id: self.mentor.id,
            letter_id: Some(asking.letter_id),
            state: approval_request::State::Waiting,
            asked_at: asking.at,
            resent_at: None,
            text_hash,
            decided_at: None,
            comment: None,
            signed_name: None,
            settles_at: None,
            receipt_id: None,
            reminders: 0,
            notices: 0,
        }
    }

    fn reopen(&mut self, task: &mut task::Model, day: NaiveDate) {
        let at = moment(self.dice, day, 9);
        step(task, State::Reopened, at);
        task.approved_at = None;
        let requests = self.rows.requests.iter_mut().rev();
        for request in requests.take_while(|request| request.task_id == task.id) {
            request.state = approval_request::State::Revoked;
        }
        let why = self.ground.words.reopened.clone();
        self.note(
            at,
            Kind::TaskReopened,
            By::Person(&self.ground.office),
            &*task,
            Some(why),
        );
    }
}
