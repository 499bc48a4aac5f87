//! A fresh link in place of an expired one.

use chrono::Duration;
use entity::letter::{self, Kind, State};
use entity::mentor;
use sea_orm::{ColumnTrait as _, EntityTrait as _, PaginatorTrait as _, QueryFilter as _};

use super::ask::write_to;
use crate::access::{Granted, RenewLink};
use crate::error::{Error, Result};
use crate::tx::Tx;

/// Sends a new letter to the mentor's registered address.
///
/// # Errors
/// `TOO_MANY` if one went within the last day.
pub async fn renew(tx: &Tx, old: Granted<RenewLink>) -> Result<()> {
    let old = old.into_row();
    let Some(mentor_id) = old.mentor_id else {
        return Err(Error::NotFound("letter"));
    };
    let recent = letter::Entity::find()
        .filter(letter::Column::MentorId.eq(mentor_id))
        .filter(
            letter::Column::Kind.is_in([Kind::TaskApprovalRequested, Kind::TaskApprovalReminder]),
        )
        .filter(letter::Column::State.is_in([State::Queued, State::Sent]))
        // A letter whose link was stopped helps nobody.
        .filter(letter::Column::VoidReason.is_null())
        .filter(letter::Column::CreatedAt.gt(tx.now - Duration::hours(24)))
        .count(tx)
        .await?;
    if recent > 0 {
        return Err(Error::TooMany(
            "A letter with a new link went to you within the last day.".into(),
        ));
    }
    let mentor = mentor::Entity::find_by_id(mentor_id)
        .one(tx)
        .await?
        .ok_or(Error::NotFound("mentor"))?;
    let enrolment = old.enrolment_id.ok_or(Error::NotFound("letter"))?;
    write_to(tx, &mentor, Kind::TaskApprovalRequested, enrolment).await?;
    Ok(())
}
