//! Sending the mentor's letter again on the participant's wish.

use chrono::{DateTime, Utc};
use entity::approval_request::{Model, State};
use entity::letter::Kind;
use entity::{event, mentor};
use sea_orm::ActiveValue::Set;
use sea_orm::{ActiveModelTrait as _, EntityTrait as _, IntoActiveModel as _};

use super::ask::write_to;
use crate::access::{Granted, Resend};
use crate::chase::again_from;
use crate::error::{Error, Result};
use crate::event::record;
use crate::tx::Tx;

/// From when on the letter may be sent again; none where nothing waits.
pub fn resend_from(request: &Model) -> Option<DateTime<Utc>> {
    (request.state == State::Waiting).then(|| again_from(request.asked_at, request.resent_at))
}

/// Writes to the mentor again.
///
/// # Errors
/// `WRONG_STATE` where nothing waits, `TOO_MANY` before a day is over.
pub async fn resend(tx: &Tx, request: Granted<Resend>) -> Result<Model> {
    let request = request.into_row();
    let Some(from) = resend_from(&request) else {
        return Err(Error::WrongState(
            "The mentor has answered, or is no longer asked.".into(),
        ));
    };
    if from > tx.now {
        let at = from
            .with_timezone(&chrono_tz::Europe::London)
            .format("%H:%M on %-d %B");
        return Err(Error::TooMany(format!(
            "A letter went less than a day ago. You can send another from {at}."
        )));
    }
    let mentor = mentor::Entity::find_by_id(request.mentor_id)
        .one(tx)
        .await?
        .ok_or(Error::NotFound("mentor"))?;
    let letter_id = write_to(
        tx,
        &mentor,
        Kind::TaskApprovalRequested,
        request.enrolment_id,
    )
    .await?;
    let mut row = request.into_active_model();
    row.resent_at = Set(Some(tx.now));
    row.letter_id = Set(Some(letter_id));
    let request = row.update(tx).await?;
    record(tx, event::Kind::ApprovalResent, &request, None).await?;
    Ok(request)
}
