//! Opening an approved, returned or waived task again.

use entity::{event, task};
use sea_orm::ActiveValue::Set;

use super::{Step, advance};
use crate::access::{Granted, Reopen};
use crate::approval;
use crate::error::{Error, Result};
use crate::event::record;
use crate::tx::Tx;

/// Opens the task again; the reason goes into its history.
///
/// # Errors
/// `INVALID_INPUT` without a reason, `WRONG_STATE` where it is open anyway or with the mentor.
pub async fn reopen(tx: &Tx, task: Granted<Reopen>, reason: &str) -> Result<task::Model> {
    let reason = given(reason)?;
    let task = advance(tx, task.into_row(), Step::Reopen, |row| {
        row.approved_at = Set(None)
    })
    .await?;
    approval::revoke(tx, &task).await?;
    record(tx, event::Kind::TaskReopened, &task, Some(reason)).await?;
    Ok(task)
}

/// The reason for an unusual step, which must not be left out.
pub(super) fn given(reason: &str) -> Result<String> {
    let reason = reason.trim();
    match reason.chars().count() {
        0 => Err(Error::field("reason", "Write why, for the history.")),
        1..=1_000 => Ok(reason.to_owned()),
        _ => Err(Error::field(
            "reason",
            "Shorten the reason to 1,000 characters.",
        )),
    }
}
