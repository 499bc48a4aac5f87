//! Sending the signatory's letter again.

use chrono::{DateTime, Utc};
use entity::agreement::Model;
use entity::event;
use entity::letter::Kind;
use sea_orm::ActiveValue::Set;

use super::Step;
use super::is_open;
use super::life::advance;
use super::send::write_to;
use crate::access::{AnswerAgreement, Granted, ResendAgreement};
use crate::chase::{again_from, not_before};
use crate::error::{Error, Result};
use crate::event::record;
use crate::tx::Tx;

/// From when on the letter may be sent again; none where nobody is asked.
pub fn resend_from(agreement: &Model) -> Option<DateTime<Utc>> {
    is_open(agreement.state).then(|| again_from(agreement.asked_at, agreement.resent_at))
}

/// Writes to the signatory again, with a fresh link.
///
/// # Errors
/// `WRONG_STATE` where nobody is asked, `TOO_MANY` before a day is over.
pub async fn resend(tx: &Tx, agreement: Granted<ResendAgreement>) -> Result<Model> {
    write_again(tx, agreement.into_row()).await
}

/// The same for a signatory whose link is too old.
///
/// # Errors
/// As [`resend`].
pub async fn renew(tx: &Tx, agreement: Granted<AnswerAgreement>) -> Result<Model> {
    write_again(tx, agreement.into_row()).await
}

async fn write_again(tx: &Tx, agreement: Model) -> Result<Model> {
    let Some(from) = resend_from(&agreement) else {
        return Err(Error::WrongState(
            "The signatory has answered, or is no longer asked.".into(),
        ));
    };
    not_before(from, tx.now)?;
    let letter_id = write_to(tx, &agreement, Kind::AgreementRequested).await?;
    let now = tx.now;
    let agreement = advance(tx, agreement, Step::Ask, |row| {
        row.resent_at = Set(Some(now));
        row.letter_id = Set(Some(letter_id));
    })
    .await?;
    record(tx, event::Kind::AgreementResent, &agreement, None).await?;
    Ok(agreement)
}
