//! Letters that went, and what the mentor answered.

use chrono::{DateTime, Duration, NaiveDate, Utc};
use entity::approval_request;
use entity::event::Kind as Happened;
use entity::letter::{self, Kind, State};
use uuid::Uuid;

use super::people::{By, HOST};
use super::tasks::{Story, moment};

/// How long letters wait for each other, and news for a mentor's second thoughts.
const WINDOW: Duration = Duration::minutes(10);

/// One letter to the mentor.
pub struct Asking {
    pub at: DateTime<Utc>,
    pub letter_id: Uuid,
    /// When the mentor answered, with the receipt.
    pub answer: Option<(DateTime<Utc>, Uuid)>,
}

impl Story<'_> {
    /// Asks the mentor on that day, who answers within days, or has not yet.
    pub fn ask(&mut self, day: NaiveDate) -> Asking {
        let at = moment(self.dice, day, 15);
        let bounces = self.mentor.bounced_at.is_some_and(|bounced| bounced < at);
        let draft = self.mentors(Kind::TaskApprovalRequested, at);
        let letter_id = self.post(draft, bounces);
        let days = match self.dice.below(100) {
            0..60 => self.dice.between(1, 7),
            60..85 => self.dice.between(8, 25),
            _ => self.dice.between(26, 70),
        };
        let day = day + Duration::days(days);
        let answer = (!bounces && day < self.ground.today).then(|| {
            let at = moment(self.dice, day, 8);
            let receipt = self.mentors(Kind::TaskDecisionReceipt, at);
            (at, self.post(receipt, false))
        });
        Asking {
            at,
            letter_id,
            answer,
        }
    }

    /// Tells the participant of the answer.
    pub fn tell_of(&mut self, request: &approval_request::Model, at: DateTime<Utc>) {
        let kind = match request.state {
            approval_request::State::Returned => Kind::TaskReturned,
            _ => Kind::TaskApproved,
        };
        let draft = letter::Model {
            to_name: self.person.name.clone(),
            to_email: self.person.email.clone(),
            person_id: Some(self.person.id),
            request_id: Some(request.id),
            in_reply_to: Some(format!("<task.{}@{HOST}>", request.task_id)),
            ..self.letter(kind, at)
        };
        self.post(draft, false);
    }

    fn mentors(&mut self, kind: Kind, at: DateTime<Utc>) -> letter::Model {
        letter::Model {
            to_name: self.mentor.name.clone(),
            to_email: self.mentor.email.clone(),
            mentor_id: Some(self.mentor.id),
            in_reply_to: Some(format!("<mentor.{}@{HOST}>", self.mentor.id)),
            ..self.letter(kind, at)
        }
    }

    fn letter(&mut self, kind: Kind, at: DateTime<Utc>) -> letter::Model {
        let id = self.dice.id(at);
        letter::Model {
            id,
            kind,
            to_name: String::new(),
            to_email: String::new(),
            person_id: None,
            mentor_id: None,
            school_id: None,
            enrolment_id: Some(self.enrolment.id),
            request_id: None,
            sign_in_id: None,
            application_id: None,
            agreement_id: None,
            invitation_id: None,
            mailing_id: None,
            state: State::Sent,
            batch_key: None,
            send_after: at + WINDOW,
            attempts: 1,
            last_error: None,
            claimed_until: None,
            message_id: format!("<{id}@{HOST}>"),
            in_reply_to: None,
            void_reason: None,
            created_at: at,
            sent_at: Some(at + WINDOW + Duration::seconds(2)),
        }
    }

    /// The mail server took the letter, or refused it; either is an event.
    fn post(&mut self, mut letter: letter::Model, bounces: bool) -> Uuid {
        let at = letter.send_after + Duration::seconds(2);
        let mut kind = Happened::LetterSent;
        if bounces {
            kind = Happened::LetterFailed;
            letter.state = State::Failed;
            letter.sent_at = None;
            letter.last_error = Some("550 5.1.1 There is no such mailbox here.".into());
        }
        self.note(at, kind, By::Portal, &letter, letter.last_error.clone());
        let id = letter.id;
        self.rows.letters.push(letter);
        id
    }
}
