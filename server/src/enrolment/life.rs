//! The part of an enrolment's life in which it ends early: every legal step stands in [`next`].

use entity::enrolment::{Model, State};
use entity::event;
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::LockType;
use sea_orm::{ActiveModelTrait as _, EntityTrait as _, IntoActiveModel as _, QuerySelect as _};
use uuid::Uuid;

use crate::error::{Error, Result};
use crate::event::record;
use crate::tx::Tx;

/// What can end an enrolment early.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Whoever has the place gives it up while that is free of charge.
    Leave,
}

/// Where a step leads, or none where it is not legal.
pub fn next(state: State, step: Step) -> Option<State> {
    use State::{
        Active, AwaitingBoard, Completed, Deferred, Failed, PreStart, TimeExpired, Withdrawn,
    };
    match (state, step) {
        (PreStart | Active, Step::Leave) => Some(Withdrawn),
        (Deferred | AwaitingBoard | Completed | Withdrawn | TimeExpired | Failed, Step::Leave) => {
            None
        }
    }
}

/// Ends the enrolment with this id; its seat is free again.
///
/// # Errors
/// `WRONG_STATE` for one that has ended, or is too far for that.
pub async fn leave(tx: &Tx, id: Uuid, reason: &str) -> Result<Model> {
    let found = entity::enrolment::Entity::find_by_id(id)
        .lock(LockType::NoKeyUpdate)
        .one(tx)
        .await?;
    let row = found.ok_or(Error::NotFound("participant"))?;
    let state = next(row.state, Step::Leave).ok_or_else(|| {
        Error::WrongState("This place has ended, or is too far to be given up here. Write to the programme office.".into())
    })?;
    let mut row = row.into_active_model();
    row.state = Set(state);
    let row = row.update(tx).await?;
    record(
        tx,
        event::Kind::EnrolmentWithdrawn,
        &row,
        Some(reason.to_owned()),
    )
    .await?;
    Ok(row)
}
