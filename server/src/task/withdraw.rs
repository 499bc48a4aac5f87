//! Taking a task back from the mentor before it is answered.

use entity::{event, task};
use sea_orm::ActiveValue::Set;

use super::{Step, advance};
use crate::access::{Granted, Withdraw};
use crate::approval;
use crate::error::Result;
use crate::event::record;
use crate::tx::Tx;

/// Makes the task a draft again and tells the mentor, if they were told of it.
///
/// # Errors
/// `WRONG_STATE` where the mentor has answered, or was never asked.
pub async fn withdraw(tx: &Tx, task: Granted<Withdraw>) -> Result<task::Model> {
    let task = advance(tx, task.into_row(), Step::Withdraw, |row| {
        row.submitted_at = Set(None)
    })
    .await?;
    record(tx, event::Kind::TaskWithdrawn, &task, None).await?;
    approval::withdraw(tx, &task).await?;
    Ok(task)
}
