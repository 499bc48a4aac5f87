//! Taking an answer back while it is fresh.

use entity::approval_request::{self, State};
use entity::{event, task};
use sea_orm::ActiveValue::Set;
use sea_orm::{ActiveModelTrait as _, EntityTrait as _, IntoActiveModel as _, QuerySelect as _};

use super::Step;
use super::life::{cancel_news, next};
use crate::access::{Decide, Granted};
use crate::error::{Error, Result};
use crate::event::record;
use crate::task as tasks;
use crate::tx::Tx;

/// Makes the request wait again. A second undo finds it waiting and leaves it so.
///
/// # Errors
/// `WRONG_STATE` once the time for it is over.
pub async fn undo(tx: &Tx, request: Granted<Decide>) -> Result<approval_request::Model> {
    let request = request.into_row();
    if request.state == State::Waiting {
        return Ok(request);
    }
    let too_late = || {
        Error::WrongState(
            "The time for taking this back is over; the participant has been told.".into(),
        )
    };
    let state = next(request.state, Step::Undo).ok_or_else(too_late)?;
    if request
        .settles_at
        .is_none_or(|settles_at| settles_at <= tx.now)
    {
        return Err(too_late());
    }
    let task = task::Entity::find_by_id(request.task_id)
        .lock_exclusive()
        .one(tx)
        .await?
        .ok_or(Error::NotFound("task"))?;
    if task.state != task::State::Approved && task.state != task::State::Returned {
        return Err(too_late());
    }
    tasks::advance(tx, task, tasks::Step::Undo, |row| {
        row.approved_at = Set(None)
    })
    .await?;
    cancel_news(tx, &[request.id]).await?;
    let mut row = request.into_active_model();
    row.state = Set(state);
    row.decided_at = Set(None);
    row.comment = Set(None);
    row.signed_name = Set(None);
    row.settles_at = Set(None);
    row.receipt_id = Set(None);
    let request = row.update(tx).await?;
    record(tx, event::Kind::TaskDecisionUndone, &request, None).await?;
    Ok(request)
}
