//! Saving what an applicant has answered so far.

use entity::{application, school};
use sea_orm::ActiveValue::Set;
use sea_orm::{EntityTrait as _, QueryFilter as _};
use uuid::Uuid;

use super::check::tidy;
use super::{Step, Written, advance};
use crate::access::scope::findable;
use crate::access::{Granted, WriteApplication};
use crate::error::{Error, FieldError, Result};
use crate::tx::Tx;

/// Saves the answers. Nothing has to be complete yet, but what is there has to be what it says.
///
/// # Errors
/// `CONFLICT` if somebody was faster, `INVALID_INPUT` for what cannot be, `WRONG_STATE` once it is handed in.
pub async fn save(
    tx: &Tx,
    application: Granted<WriteApplication>,
    written: Written,
) -> Result<application::Model> {
    let application = application.into_row();
    if application.version != written.version {
        return Err(Error::Conflict {
            current_version: application.version,
        });
    }
    let mut wrong = Vec::new();
    let answers = tidy(written.answers, tx.now, &mut wrong);
    if let Some(id) = written.school_id
        && !can_be_chosen(tx, id).await?
    {
        wrong.push(FieldError {
            name: "schoolId",
            message: "Choose a school from the list.".into(),
        });
    }
    if !wrong.is_empty() {
        return Err(Error::Invalid(wrong));
    }
    advance(tx, application, Step::Write, |row| {
        row.answers = Set(answers);
        row.school_id = Set(written.school_id);
    })
    .await
}

async fn can_be_chosen(tx: &Tx, id: Uuid) -> Result<bool> {
    let found = school::Entity::find_by_id(id).filter(findable(&tx.actor));
    Ok(found.one(tx).await?.is_some())
}
