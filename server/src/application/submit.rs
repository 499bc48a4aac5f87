//! Handing an application in.

use entity::letter::Kind;
use entity::{application, event};
use sea_orm::ActiveValue::Set;

use super::begin::closed;
use super::check::missing;
use super::needs::unsaid;
use super::{Step, advance, eligible, is_open, surroundings, write_to};
use crate::access::{Granted, SubmitApplication};
use crate::agreement::{self, Signatory};
use crate::clock::london_day;
use crate::eligibility::Verdict;
use crate::error::{Error, FieldError, Result};
use crate::event::record;
use crate::tx::Tx;

/// Who hands an application in.
#[derive(Clone, Copy, Debug)]
pub struct Submission {
    /// The version that the applicant checked.
    pub version: i32,
    /// The applicant declares that the answers are true.
    pub is_declared: bool,
}

/// Hands the application in and asks the school to sign.
///
/// # Errors
/// `INVALID_INPUT` for what is missing, the declaration too; `CONFLICT` if it changed since it was checked, `WRONG_STATE` if it is handed in
/// already, the cohort takes no applications today, or the award is not for the applicant.
pub async fn submit(
    tx: &Tx,
    application: Granted<SubmitApplication>,
    submission: Submission,
) -> Result<application::Model> {
    let application = application.into_row();
    if application.version != submission.version {
        return Err(Error::Conflict {
            current_version: application.version,
        });
    }
    let around = surroundings(tx, &application).await?;
    let today = london_day(tx.now);
    if !is_open(&around.cohort, today) {
        return Err(closed(&around.cohort));
    }
    let mut missing = missing(&application, &around.person.email);
    match eligible(tx, &around, &application.answers, today).await {
        Ok((code, said)) if code.follows().verdict != Verdict::Yes => {
            return Err(Error::WrongState(format!("{}. {}", said.title, said.text)));
        }
        Ok(_) => {}
        Err(Error::Invalid(named)) => missing.splice(0..0, named).for_each(drop),
        Err(error) => return Err(error),
    }
    missing.extend(unsaid(tx, &application, around.award.id).await?);
    if !submission.is_declared {
        missing.push(FieldError {
            name: "declaration",
            message: "Confirm that your answers are true.".into(),
        });
    }
    if !missing.is_empty() {
        return Err(Error::Invalid(missing));
    }
    let signatory =
        Signatory::named_in(&application.answers).ok_or(Error::NotFound("signatory"))?;
    let now = tx.now;
    let application = advance(tx, application, Step::Submit, |row| {
        row.submitted_at = Set(Some(now));
    })
    .await?;
    record(tx, event::Kind::ApplicationSubmitted, &application, None).await?;
    let application = agreement::send(tx, application, &around, &signatory, None).await?;
    write_to(tx, &application, Kind::ApplicationReceived).await?;
    Ok(application)
}
