//! Writing notes.

use entity::application_note::{ActiveModel, Kind, Model};
use entity::{application, event};
use sea_orm::ActiveModelTrait as _;
use sea_orm::ActiveValue::Set;
use uuid::Uuid;

use crate::access::{CheckTeacherStatus, Granted, NoteOnApplication};
use crate::error::{Error, Result};
use crate::event::{About, record};
use crate::tx::Tx;
use crate::words::prose;

/// Characters of a note.
const LONGEST: usize = 2_000;

/// Notes a remark down.
///
/// # Errors
/// `INVALID_INPUT` for a remark that is empty or too long.
pub async fn write(tx: &Tx, application: Granted<NoteOnApplication>, text: &str) -> Result<Model> {
    let text = tidy("text", text)?.ok_or_else(|| Error::field("text", "Write the note."))?;
    let application = application.into_row();
    let row = add(tx, &application, Kind::Remark, Some(text)).await?;
    happened(tx, event::Kind::ApplicationNoted, &application).await?;
    Ok(row)
}

/// Notes down that the applicant's teacher status was seen, with a remark if there is one. The latest one counts: a status
/// may have to be looked at again.
///
/// # Errors
/// `INVALID_INPUT` for a remark that is too long.
pub async fn check_status(
    tx: &Tx,
    application: Granted<CheckTeacherStatus>,
    remark: &str,
) -> Result<Model> {
    let remark = tidy("remark", remark)?;
    let application = application.into_row();
    let row = add(tx, &application, Kind::TeacherStatus, remark).await?;
    happened(tx, event::Kind::TeacherStatusChecked, &application).await?;
    Ok(row)
}

/// The words as they are kept; none where there are none.
fn tidy(field: &'static str, text: &str) -> Result<Option<String>> {
    let text = prose(text);
    if text.chars().count() > LONGEST {
        let why = format!("Shorten this to {LONGEST} characters.");
        return Err(Error::field(field, why));
    }
    Ok(Some(text).filter(|text| !text.is_empty()))
}

async fn add(
    tx: &Tx,
    application: &application::Model,
    kind: Kind,
    text: Option<String>,
) -> Result<Model> {
    let by = tx.actor.user().ok_or(Error::Unauthenticated)?.name.clone();
    let row = ActiveModel {
        id: Set(Uuid::now_v7()),
        application_id: Set(application.id),
        kind: Set(kind),
        text: Set(text),
        written_by: Set(by),
        written_at: Set(tx.now),
    };
    Ok(row.insert(tx).await?)
}

/// An event that names the application would be seen by the applicant.
async fn happened(tx: &Tx, kind: event::Kind, application: &application::Model) -> Result<()> {
    let about = About {
        person: Some(application.person_id),
        ..About::default()
    };
    record(tx, kind, about, None).await
}
