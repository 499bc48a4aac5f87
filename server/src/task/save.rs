//! Writing in a task. Drafts are saved as they are typed, so an unfinished one is fine.

use chrono::NaiveDate;
use entity::{event, outcome, task, task_outcome, task_template};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _, QuerySelect as _};
use uuid::Uuid;

use super::{ACCOUNT_LIMIT, Step, advance};
use crate::access::{Granted, Save};
use crate::error::{Error, FieldError, Result};
use crate::event::record;
use crate::tx::Tx;

/// What the participant writes about a task.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// The version that the writer saw.
    pub version: i32,
    pub account: String,
    pub reflection: String,
    pub done_from: Option<NaiveDate>,
    pub done_to: Option<NaiveDate>,
    pub outcome_ids: Vec<Uuid>,
}

/// Saves the draft.
///
/// # Errors
/// `CONFLICT` if somebody saved meanwhile, `WRONG_STATE` while the mentor has it, `INVALID_INPUT` for what could never
/// be submitted either.
pub async fn save(tx: &Tx, task: Granted<Save>, input: Account) -> Result<task::Model> {
    let task = task.into_row();
    if task.version != input.version {
        return Err(Error::Conflict {
            current_version: task.version,
        });
    }
    let outcomes = check(tx, &task, &input).await?;
    let begins = task.state == task::State::Available;
    let task = advance(tx, task, Step::Write, |row| {
        row.account = Set(input.account);
        row.reflection = Set(input.reflection);
        row.done_from = Set(input.done_from);
        row.done_to = Set(input.done_to);
    })
    .await?;
    claim_outcomes(tx, task.id, outcomes).await?;
    if begins {
        record(tx, event::Kind::TaskStarted, &task, None).await?;
    }
    Ok(task)
}

async fn check(tx: &Tx, task: &task::Model, input: &Account) -> Result<Vec<Uuid>> {
    let mut wrong = Vec::new();
    for (name, text) in [
        ("account", &input.account),
        ("reflection", &input.reflection),
    ] {
        let length = text.chars().count();
        if length > ACCOUNT_LIMIT {
            let message = format!("Shorten this to {ACCOUNT_LIMIT} characters; it has {length}.");
            wrong.push(FieldError { name, message });
        }
    }
    if input
        .done_from
        .zip(input.done_to)
        .is_some_and(|(from, to)| to < from)
    {
        let message = "The last day must not be before the first.".into();
        wrong.push(FieldError {
            name: "doneTo",
            message,
        });
    }
    let mut chosen = input.outcome_ids.clone();
    chosen.sort_unstable();
    chosen.dedup();
    let template = task_template::Entity::find_by_id(task.template_id)
        .one(tx)
        .await?
        .ok_or(Error::NotFound("task"))?;
    let known: Vec<Uuid> = outcome::Entity::find()
        .select_only()
        .column(outcome::Column::Id)
        .filter(outcome::Column::AwardId.eq(template.award_id))
        .into_tuple()
        .all(tx)
        .await?;
    if chosen.iter().any(|id| !known.contains(id)) {
        let message = "Choose outcomes of this award only.".into();
        wrong.push(FieldError {
            name: "outcomeIds",
            message,
        });
    }
    if wrong.is_empty() {
        Ok(chosen)
    } else {
        Err(Error::Invalid(wrong))
    }
}

async fn claim_outcomes(tx: &Tx, task_id: Uuid, outcomes: Vec<Uuid>) -> Result<()> {
    task_outcome::Entity::delete_many()
        .filter(task_outcome::Column::TaskId.eq(task_id))
        .exec(tx)
        .await?;
    if !outcomes.is_empty() {
        let rows = outcomes
            .into_iter()
            .map(|outcome_id| task_outcome::ActiveModel {
                task_id: Set(task_id),
                outcome_id: Set(outcome_id),
            });
        task_outcome::Entity::insert_many(rows)
            .exec_without_returning(tx)
            .await?;
    }
    Ok(())
}
