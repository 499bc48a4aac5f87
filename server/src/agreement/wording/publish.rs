//! Publishing the next version.

use entity::agreement_text::{ActiveModel, Model};
use entity::{event, programme};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::LockType;
use sea_orm::{ActiveModelTrait as _, EntityTrait as _, QuerySelect as _};
use uuid::Uuid;

use super::check;
use crate::access::{Entitled, PublishAgreementText};
use crate::agreement::current;
use crate::error::{Error, Result};
use crate::event::{About, record};
use crate::tx::Tx;
use crate::words::prose;

/// Characters of the note that says why.
const LONGEST_NOTE: usize = 1_000;

/// A version to be.
#[derive(Clone, Debug)]
pub struct NewText {
    pub programme_id: Uuid,
    /// The version that it was written from.
    pub expected: i32,
    pub title: String,
    pub body: String,
    /// Why it is needed.
    pub note: String,
}

/// Publishes it: who is asked from now on gets it. Whoever was asked before keeps theirs, and what is signed stays.
///
/// # Errors
/// `NOT_FOUND` for a programme that is not there, `CONFLICT` where somebody else published meanwhile, `INVALID_INPUT` for
/// a text that cannot be signed, or that says the same as before.
pub async fn publish(tx: &Tx, _may: Entitled<PublishAgreementText>, new: NewText) -> Result<Model> {
    // One after the other.
    programme::Entity::find_by_id(new.programme_id)
        .lock(LockType::NoKeyUpdate)
        .one(tx)
        .await?
        .ok_or(Error::NotFound("programme"))?;
    let before = current(tx, new.programme_id).await?;
    if before.number != new.expected {
        return Err(Error::Conflict {
            current_version: before.number,
        });
    }
    let (text, wrong) = check(&new.title, &new.body);
    if !wrong.is_empty() {
        return Err(Error::Invalid(wrong));
    }
    if (&text.title, &text.body) == (&before.title, &before.body) {
        let why = format!("This says the same as version {}.", before.number);
        return Err(Error::field("body", why));
    }
    let note = prose(&new.note);
    if note.chars().count() > LONGEST_NOTE {
        let why = format!("Shorten this to {LONGEST_NOTE} characters.");
        return Err(Error::field("note", why));
    }
    let by = tx.actor.user().ok_or(Error::Unauthenticated)?.name.clone();
    let row = ActiveModel {
        id: Set(Uuid::now_v7()),
        programme_id: Set(new.programme_id),
        number: Set(before.number + 1),
        title: Set(text.title),
        body: Set(text.body),
        note: Set(Some(note).filter(|note| !note.is_empty())),
        written_by: Set(by),
        created_at: Set(tx.now),
    };
    let row = row.insert(tx).await?;
    let told = format!("version {}", row.number);
    let kind = event::Kind::AgreementTextPublished;
    record(tx, kind, About::default(), Some(told)).await?;
    Ok(row)
}
