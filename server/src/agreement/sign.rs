//! Signing for the school.

use chrono::NaiveDate;
use entity::agreement::{self, Model};
use entity::application::Answers;
use entity::circumstances::SencoRole;
use entity::letter::Kind;
use entity::needs::Review;
use entity::{application as application_row, event};
use sea_orm::ActiveValue::Set;
use uuid::Uuid;

use super::life::advance;
use super::review::review;
use super::send::{tell_applicant, write_to};
use super::{Answered, Step, Words, shown};
use crate::access::{AnswerAgreement, Granted};
use crate::application::{self, Step as Applied, surroundings};
use crate::clock::{can_have_been, london_day};
use crate::error::{Error, Result};
use crate::event::record;
use crate::invitation;
use crate::mentor::{Fields, Nomination, find_or_add};
use crate::person::named;
use crate::tx::Tx;

/// What somebody signs with.
#[derive(Clone, Debug)]
pub struct Signing {
    /// SHA-256 of the words that were shown, in hex.
    pub hash: String,
    /// The name that was typed.
    pub name: String,
    /// The day of the appointment; none while aspiring.
    pub appointed_on: Option<NaiveDate>,
    pub mentor_name: String,
    pub mentor_email: String,
    pub mentor_post: String,
    /// What is said to the needs analysis, if there is one.
    pub answered: Answered,
    /// Where the answer came from.
    pub ip: String,
    pub user_agent: String,
}

/// What came of it. That the words changed is no error: they are shown again.
#[derive(Clone, Debug)]
pub enum Signed {
    Yes(Box<Model>),
    /// These are not the words that were shown.
    Changed,
}

/// Signs exactly the words that were shown, and asks the mentor whom the school names.
///
/// # Errors
/// `INVALID_INPUT` for what is missing, an appointment that cannot be, a needs analysis that is not answered, or a mentor
/// with the applicant's address;
/// `WRONG_STATE` where there is nothing left to sign.
pub async fn sign(
    tx: &Tx,
    agreement: Granted<AnswerAgreement>,
    signing: Signing,
) -> Result<Signed> {
    put_down(tx, agreement.into_row(), signing, None).await
}

/// What somebody typed, once it is checked.
pub(super) struct Checked {
    application: application_row::Model,
    words: Words,
    pub name: String,
    pub nomination: Nomination,
    pub appointed_on: Option<NaiveDate>,
    pub review: Option<Review>,
}

/// Checks it against the words of today; none where they are others than those that were shown.
///
/// # Errors
/// `INVALID_INPUT` as [`sign`].
pub(super) async fn checked(tx: &Tx, row: &Model, signing: &Signing) -> Result<Option<Checked>> {
    let application = super::close::application(tx, row.application_id).await?;
    let around = surroundings(tx, &application).await?;
    let words = shown(tx, row, &application, &around).await?;
    if words.hash() != signing.hash {
        return Ok(None);
    }
    let (name, nomination) = check(row, &around.person.email, signing)?;
    let appointed_on = appointment(
        &application.answers,
        signing.appointed_on,
        london_day(tx.now),
    )?;
    let review = match &words.analysis {
        Some(analysis) => Some(review(analysis, &signing.answered)?),
        None => None,
    };
    Ok(Some(Checked {
        application,
        words,
        name,
        nomination,
        appointed_on,
        review,
    }))
}

/// The signature and all that follows from it. `scan_id` is the scan that it was seen on, where it was given on paper.
pub(super) async fn put_down(
    tx: &Tx,
    row: Model,
    signing: Signing,
    scan_id: Option<Uuid>,
) -> Result<Signed> {
    let Some(given) = checked(tx, &row, &signing).await? else {
        return Ok(Signed::Changed);
    };
    let mentor = find_or_add(tx, &given.nomination).await?;
    let now = tx.now;
    let signed = advance(tx, row, Step::Sign, |row: &mut agreement::ActiveModel| {
        row.decided_at = Set(Some(now));
        row.signed_text = Set(Some(given.words.text()));
        row.text_hash = Set(Some(signing.hash));
        row.signed_name = Set(Some(given.name));
        row.appointed_on = Set(given.appointed_on);
        row.mentor_name = Set(Some(mentor.name.clone()));
        row.mentor_email = Set(Some(mentor.email.clone()));
        row.mentor_post = Set(Some(mentor.post.clone()));
        row.review = Set(given.review);
        row.scan_id = Set(scan_id);
        row.ip = Set(Some(signing.ip));
        row.user_agent = Set(Some(signing.user_agent.chars().take(300).collect()));
    })
    .await?;
    record(
        tx,
        event::Kind::AgreementSigned,
        &signed,
        signed.text_hash.clone(),
    )
    .await?;
    application::advance(tx, given.application, Applied::Sign, |_| {}).await?;
    invitation::invite(tx, &signed, &mentor).await?;
    write_to(tx, &signed, Kind::AgreementSignedCopy).await?;
    tell_applicant(tx, &signed, Kind::AgreementSigned).await?;
    Ok(Signed::Yes(Box::new(signed)))
}

/// The names of the form's fields.
pub(super) const MENTOR: Fields = Fields {
    name: "mentorName",
    email: "mentorEmail",
    post: "mentorPost",
    nominated_by: "name",
};

fn check(row: &Model, own: &str, signing: &Signing) -> Result<(String, Nomination)> {
    let mut wrong = Vec::new();
    let nomination = Nomination {
        name: signing.mentor_name.clone(),
        email: signing.mentor_email.clone(),
        post: signing.mentor_post.clone(),
        nominated_by: row.name.clone(),
    };
    let nomination = nomination.checked(own, MENTOR, &mut wrong);
    let name = named("name", &signing.name, &mut wrong);
    match wrong.is_empty() {
        true => Ok((name, nomination)),
        false => Err(Error::Invalid(wrong)),
    }
}

/// The day on which the applicant became SENCO, in the school's words: the deadline in law depends on it. None while they
/// are aspiring.
fn appointment(
    answers: &Answers,
    stated: Option<NaiveDate>,
    today: NaiveDate,
) -> Result<Option<NaiveDate>> {
    let is_appointed = answers.role.is_some_and(|role| role != SencoRole::Aspiring);
    match stated.filter(|_| is_appointed) {
        None if is_appointed => Err(Error::field(
            "appointedOn",
            "Enter the day on which they became SENCO.",
        )),
        Some(day) if !can_have_been(day, today) => Err(Error::field(
            "appointedOn",
            "The appointment must be between 1960 and today.",
        )),
        stated => Ok(stated),
    }
}
