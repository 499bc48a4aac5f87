//! Saving what an applicant says of the outcomes.

use entity::application;
use entity::needs::{Need, Needs};
use sea_orm::ActiveValue::Set;

use super::analysis::outcomes;
use crate::access::{Granted, WriteApplication};
use crate::application::{Step, advance, surroundings};
use crate::error::{Error, Result};
use crate::tx::Tx;
use crate::words::one_line;

/// Characters of a note.
const LONGEST: usize = 500;

/// Saves it. Not every outcome has to be there yet.
///
/// # Errors
/// `CONFLICT` if somebody was faster, `INVALID_INPUT` for outcomes that the award does not have or notes that are too long,
/// `WRONG_STATE` once it is handed in.
pub async fn save(
    tx: &Tx,
    application: Granted<WriteApplication>,
    version: i32,
    given: Vec<Need>,
) -> Result<application::Model> {
    let application = application.into_row();
    if application.version != version {
        return Err(Error::Conflict {
            current_version: application.version,
        });
    }
    let around = surroundings(tx, &application).await?;
    let known = outcomes(tx, around.award.id).await?;
    let mut needs = Vec::with_capacity(known.len());
    for Need {
        code,
        ability,
        note,
    } in given
    {
        if !known.iter().any(|outcome| outcome.code == code) {
            let message = format!("The award has no outcome “{code}”.");
            return Err(Error::field("needs", message));
        }
        // It becomes a line of what is signed.
        let note = one_line(&note);
        if note.chars().count() > LONGEST {
            let message = format!("Shorten what you say of {code} to {LONGEST} characters.");
            return Err(Error::field("needs", message));
        }
        needs.retain(|said: &Need| said.code != code);
        needs.push(Need {
            code,
            ability,
            note,
        });
    }
    advance(tx, application, Step::Write, |row| {
        row.needs = Set(Needs(needs));
    })
    .await
}
