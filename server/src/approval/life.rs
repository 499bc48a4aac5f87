//! The life of an approval request: every legal step stands in [`next`].

use entity::approval_request::{Column, Entity, State};
use entity::task;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _};

use crate::error::Result;
use crate::outbox;
use crate::tx::Tx;

/// What can happen to a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Approve,
    Return,
    Withdraw,
    /// The mentor takes the answer back.
    Undo,
    /// The answer is disowned, or an administrator opens the task again.
    Revoke,
}

/// Where a step leads, or none where it is not legal.
pub fn next(state: State, step: Step) -> Option<State> {
    match (state, step) {
        (State::Waiting, Step::Approve) => Some(State::Approved),
        (State::Waiting, Step::Return) => Some(State::Returned),
        (State::Waiting, Step::Withdraw) => Some(State::Withdrawn),
        (State::Approved | State::Returned, Step::Undo) => Some(State::Waiting),
        (State::Approved | State::Returned, Step::Revoke) => Some(State::Revoked),
        (State::Waiting, Step::Undo | Step::Revoke)
        | (State::Approved | State::Returned, Step::Approve | Step::Return | Step::Withdraw)
        | (State::Withdrawn | State::Revoked, _) => None,
    }
}

/// Revokes whatever was decided about a task that is open again, and stops the letters that would still tell of it.
pub async fn revoke(tx: &Tx, task: &task::Model) -> Result<()> {
    let decided = Entity::find()
        .filter(Column::TaskId.eq(task.id))
        .filter(Column::State.is_in([State::Approved, State::Returned]))
        .all(tx)
        .await?;
    let ids: Vec<uuid::Uuid> = decided.iter().map(|request| request.id).collect();
    Entity::update_many()
        .col_expr(Column::State, Expr::value(State::Revoked))
        .filter(Column::Id.is_in(ids.clone()))
        .exec(tx)
        .await?;
    cancel_news(tx, &ids).await
}

/// Stops letters to the participant that would tell of decisions which no longer stand.
pub(super) async fn cancel_news(tx: &Tx, requests: &[uuid::Uuid]) -> Result<()> {
    use entity::letter::{Column, Kind};
    outbox::cancel(
        tx,
        sea_orm::Condition::all()
            .add(Column::RequestId.is_in(requests.iter().copied()))
            .add(Column::Kind.is_in([Kind::TaskApproved, Kind::TaskReturned])),
    )
    .await
}
