//! What applicants answer.

use chrono::{Days, NaiveDate};
use entity::application::{Answers, Capacity, Model, Payer};
use entity::circumstances::{Induction, SencoRole, Setting, TeacherStatus};
use entity::school;
use entity::training_group::Mode;

use super::file::{Applicant, Story};
use super::who::school_of;
use crate::agreement::Signatory;
use crate::application::Written;
use crate::clock::london_day;
use crate::error::Result;
use crate::tx::Tx;

/// All answers; a draft stops before the school's signature.
pub(super) async fn written(tx: &Tx, who: &Applicant, row: &Model) -> Result<Written> {
    let school = school_of(tx, who).await?;
    let is_drafting = who.story == Story::Drafting;
    let head = headteacher(&school);
    let signs = who.signs.as_ref().map_or(head, |given| Signatory {
        name: given.name.clone(),
        email: given.email.clone(),
        capacity: given.capacity,
    });
    let is_appointed = who.role != SencoRole::Aspiring;
    Ok(Written {
        version: row.version,
        school_id: Some(school.id),
        answers: Answers {
            phone: Some("01632 960123".into()),
            trn: Some("2345678".into()),
            teacher_status: Some(TeacherStatus::Qts),
            induction: Some(Induction::Passed),
            role: Some(who.role),
            appointed_on: is_appointed.then(|| since(london_day(tx.now))),
            service_months: is_appointed.then_some(0),
            teaches: Some(true),
            setting: Some(Setting::Mainstream),
            award_held: Some(false),
            // A draft stops before the question about the school's signature.
            signatory_name: (!is_drafting).then_some(signs.name),
            signatory_email: (!is_drafting).then_some(signs.email),
            signatory_capacity: (!is_drafting).then_some(signs.capacity),
            mode: (!is_drafting).then_some(who.mode.unwrap_or(Mode::FaceToFace)),
            payer: (!is_drafting).then_some(Payer::School),
            ..Answers::default()
        },
    })
}

/// The headteacher in the school's record.
pub(super) fn headteacher(school: &school::Model) -> Signatory {
    Signatory {
        name: school.head_name.clone().unwrap_or_default(),
        email: school.head_email.clone().unwrap_or_default(),
        capacity: Capacity::Headteacher,
    }
}

/// An appointment some months ago.
fn since(today: NaiveDate) -> NaiveDate {
    today - Days::new(150)
}
