//! Excusing a participant from a task.

use entity::{event, task};

use super::reopen::given;
use super::{Step, advance};
use crate::access::{Granted, Waive};
use crate::error::Result;
use crate::event::record;
use crate::tx::Tx;

/// Waives the task; the reason goes into its history.
///
/// # Errors
/// `INVALID_INPUT` without a reason, `WRONG_STATE` where it is approved, waived or with the mentor.
pub async fn waive(tx: &Tx, task: Granted<Waive>, reason: &str) -> Result<task::Model> {
    let reason = given(reason)?;
    let task = advance(tx, task.into_row(), Step::Waive, |_| ()).await?;
    record(tx, event::Kind::TaskWaived, &task, Some(reason)).await?;
    Ok(task)
}
