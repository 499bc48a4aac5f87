//! Sending a letter that failed once more.

use entity::{event, letter};
use sea_orm::ActiveValue::Set;
use sea_orm::{ActiveModelTrait as _, IntoActiveModel as _};

use crate::access::{Granted, RetryLetter};
use crate::error::{Error, Result};
use crate::event::record;
use crate::outbox::{Step, next};
use crate::tx::Tx;

/// Puts the letter back into the outbox, with all its tries before it.
///
/// # Errors
/// `WRONG_STATE` unless it has failed.
pub async fn retry(tx: &Tx, letter: Granted<RetryLetter>) -> Result<letter::Model> {
    let letter = letter.into_row();
    let state = next(letter.state, Step::Retry).ok_or_else(|| {
        Error::WrongState("Only a letter that has failed can be sent once more.".into())
    })?;
    let mut row = letter.into_active_model();
    row.state = Set(state);
    row.send_after = Set(tx.now);
    // One, not none: a letter that was tried is no longer open for others to join.
    row.attempts = Set(1);
    row.claimed_until = Set(None);
    row.last_error = Set(None);
    let letter = row.update(tx).await?;
    tx.ring_after_commit();
    record(tx, event::Kind::LetterRetried, &letter, None).await?;
    Ok(letter)
}
