//! Handing a task to the mentor.

use chrono::NaiveDate;
use entity::{event, task};
use sea_orm::ActiveValue::Set;

use super::{Step, advance, hash, outcome_codes};
use crate::access::{Granted, Submit};
use crate::approval;
use crate::clock::london_day;
use crate::error::{Error, FieldError, Result};
use crate::event::record;
use crate::tx::Tx;

/// Submits the task and asks the mentor to approve it. `version` is the one that the participant checked.
///
/// # Errors
/// `INVALID_INPUT` for what is still missing, `CONFLICT` if it changed since it was checked, `WRONG_STATE` if it cannot
/// be submitted or nobody mentors the participant.
pub async fn submit(tx: &Tx, task: Granted<Submit>, version: i32) -> Result<task::Model> {
    let task = task.into_row();
    if task.version != version {
        return Err(Error::Conflict {
            current_version: task.version,
        });
    }
    let outcomes = outcome_codes(tx, task.id).await?;
    check(&task, &outcomes, london_day(tx.now))?;
    let now = tx.now;
    let task = advance(tx, task, Step::Submit, |row| {
        row.submitted_at = Set(Some(now))
    })
    .await?;
    record(tx, event::Kind::TaskSubmitted, &task, None).await?;
    approval::ask(tx, &task, hash(&task, &outcomes)).await?;
    Ok(task)
}

fn check(task: &task::Model, outcomes: &[String], today: NaiveDate) -> Result<()> {
    let mut missing = Vec::new();
    let mut need = |name, message: &str| {
        missing.push(FieldError {
            name,
            message: message.into(),
        })
    };
    if task.account.trim().is_empty() {
        need("account", "Write what you did.");
    }
    if task.reflection.trim().is_empty() {
        need("reflection", "Write what you learned from it.");
    }
    match (task.done_from, task.done_to) {
        (None, _) => need("doneFrom", "Enter the day on which you began."),
        (Some(from), _) if from > today => {
            need("doneFrom", "The first day must not be in the future.")
        }
        _ => {}
    }
    match task.done_to {
        None => need("doneTo", "Enter the day on which you finished."),
        Some(to) if to > today => need("doneTo", "The last day must not be in the future."),
        Some(_) => {}
    }
    if outcomes.is_empty() {
        need(
            "outcomeIds",
            "Choose at least one outcome that this task covers.",
        );
    }
    if missing.is_empty() {
        Ok(())
    } else {
        Err(Error::Invalid(missing))
    }
}
