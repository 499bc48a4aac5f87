//! Sending the mentor's invitation again.

use chrono::{DateTime, Utc};
use entity::letter::Kind;
use entity::mentor_invitation::{Model, State};
use sea_orm::ActiveValue::Set;

use super::Step;
use super::invite::write_to;
use super::life::advance;
use crate::access::{AnswerInvitation, Granted, ResendInvitation};
use crate::chase::{again_from, not_before};
use crate::error::{Error, Result};
use crate::tx::Tx;

/// From when on the letter may be sent again; none where nobody is asked.
pub fn resend_from(invitation: &Model) -> Option<DateTime<Utc>> {
    matches!(invitation.state, State::Invited | State::Bounced)
        .then(|| again_from(invitation.asked_at, invitation.resent_at))
}

/// Writes to the mentor again, with a fresh link.
///
/// # Errors
/// `WRONG_STATE` where nobody is asked, `TOO_MANY` before a day is over.
pub async fn resend(tx: &Tx, invitation: Granted<ResendInvitation>) -> Result<Model> {
    write_again(tx, invitation.into_row()).await
}

/// The same for a mentor whose link is too old.
///
/// # Errors
/// As [`resend`].
pub async fn renew(tx: &Tx, invitation: Granted<AnswerInvitation>) -> Result<Model> {
    write_again(tx, invitation.into_row()).await
}

async fn write_again(tx: &Tx, invitation: Model) -> Result<Model> {
    let Some(from) = resend_from(&invitation) else {
        return Err(Error::WrongState(
            "The mentor has answered, or is no longer asked.".into(),
        ));
    };
    not_before(from, tx.now)?;
    let letter_id = write_to(tx, &invitation, Kind::MentorInvited).await?;
    let now = tx.now;
    advance(tx, invitation, Step::Ask, |row| {
        row.resent_at = Set(Some(now));
        row.letter_id = Set(Some(letter_id));
    })
    .await
}
