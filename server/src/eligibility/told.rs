//! From answers, as a form gives them, to circumstances.

use chrono::NaiveDate;
use entity::circumstances::{Induction, SencoRole, Setting, TeacherStatus};

use super::{Circumstances, Membership, Post, Role, Status};
use crate::clock::can_have_been;
use crate::error::{Error, FieldError, Result};

/// Answers of a form. What a question before has made needless may be left out, and is not looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Told {
    pub teacher_status: TeacherStatus,
    /// With QTLS: whether they are a member of the professional body.
    pub member: Option<bool>,
    /// With QTLS: the day on which somebody saw that they are.
    pub member_seen_on: Option<NaiveDate>,
    /// With QTS and QTLS; headteachers need not say.
    pub induction: Option<Induction>,
    pub role: SencoRole,
    /// For who is SENCO.
    pub appointed_on: Option<NaiveDate>,
    /// For who is SENCO: months as one before this appointment, in total.
    pub service_months: Option<u32>,
    /// For everybody but headteachers.
    pub teaches: Option<bool>,
    pub setting: Setting,
    pub award_held: bool,
    pub began_on: Option<NaiveDate>,
}

impl Told {
    /// What they come to.
    ///
    /// # Errors
    /// `INVALID_INPUT` for an answer that is missing, or for a day that cannot be; `today` is London's.
    pub fn circumstances(&self, today: NaiveDate) -> Result<Circumstances> {
        let mut asking = Asking {
            today,
            wrong: Vec::new(),
        };
        let circumstances = Circumstances {
            status: asking.status(self),
            role: asking.role(self),
            setting: self.setting,
            award_held: self.award_held,
            began_on: asking.past(
                "beganOn",
                self.began_on,
                "The day on which you began must be between 1960 and today.",
            ),
        };
        if asking.wrong.is_empty() {
            Ok(circumstances)
        } else {
            Err(Error::Invalid(asking.wrong))
        }
    }
}

/// What is noticed on the way.
struct Asking {
    today: NaiveDate,
    wrong: Vec<FieldError>,
}

impl Asking {
    fn status(&mut self, told: &Told) -> Status {
        match told.teacher_status {
            TeacherStatus::Qts => Status::Qts(self.induction(told)),
            TeacherStatus::Qtls => Status::Qtls(self.membership(told), self.induction(told)),
            TeacherStatus::Eyts => Status::Eyts,
            TeacherStatus::None => Status::None,
        }
    }

    fn induction(&mut self, told: &Told) -> Induction {
        match (told.role, told.induction) {
            (_, Some(induction)) => induction,
            (SencoRole::Headteacher, None) => Induction::NotRequired,
            (SencoRole::Designated | SencoRole::Aspiring, None) => {
                self.complain("induction", "Say whether you have passed your induction.");
                Induction::NotPassed
            }
        }
    }

    fn membership(&mut self, told: &Told) -> Membership {
        let seen = self.past(
            "memberSeenOn",
            told.member_seen_on,
            "The day of the check must be between 1960 and today.",
        );
        let missing = "Say whether you are a member of the Society for Education and Training.";
        match (self.given("member", told.member, missing), seen) {
            (Some(true), Some(day)) => Membership::Seen(day),
            (Some(true), None) => Membership::Said,
            (Some(false) | None, _) => Membership::Ended,
        }
    }

    fn role(&mut self, told: &Told) -> Role {
        match told.role {
            SencoRole::Designated => Role::Designated {
                post: self.post(told),
                teaches: self.teaches(told),
            },
            SencoRole::Headteacher => Role::Headteacher(self.post(told)),
            SencoRole::Aspiring => Role::Aspiring {
                teaches: self.teaches(told),
            },
        }
    }

    fn post(&mut self, told: &Told) -> Post {
        let since = self.given(
            "appointedOn",
            told.appointed_on,
            "Give the day on which you became SENCO.",
        );
        let since = self.past(
            "appointedOn",
            since,
            "The appointment must be between 1960 and today.",
        );
        let service = self.given(
            "serviceMonths",
            told.service_months,
            "Say how many months you were a SENCO before.",
        );
        Post {
            since: since.unwrap_or(self.today),
            service_months: service.unwrap_or(0),
        }
    }

    fn teaches(&mut self, told: &Told) -> bool {
        let missing = "Say whether you work as a teacher at the school.";
        self.given("teaches", told.teaches, missing)
            .unwrap_or(false)
    }

    fn given<T>(&mut self, name: &'static str, answer: Option<T>, missing: &str) -> Option<T> {
        if answer.is_none() {
            self.complain(name, missing);
        }
        answer
    }

    /// A day that has been.
    fn past(
        &mut self,
        name: &'static str,
        day: Option<NaiveDate>,
        otherwise: &str,
    ) -> Option<NaiveDate> {
        if day.is_some_and(|day| !can_have_been(day, self.today)) {
            self.complain(name, otherwise);
        }
        day
    }

    fn complain(&mut self, name: &'static str, message: &str) {
        self.wrong.push(FieldError {
            name,
            message: message.into(),
        });
    }
}
