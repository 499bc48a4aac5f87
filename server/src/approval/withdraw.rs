//! Taking a request back.

use entity::approval_request::{Column, Entity, State};
use entity::letter::{self, Kind};
use entity::{mentor, task};
use sea_orm::ActiveValue::Set;
use sea_orm::{
    ActiveModelTrait as _, ColumnTrait as _, EntityTrait as _, IntoActiveModel as _,
    QueryFilter as _,
};

use crate::error::Result;
use crate::outbox::{Draft, queue};
use crate::tx::Tx;

/// Withdraws the request that waits for the task. The mentor is told only if a letter had gone already.
pub async fn withdraw(tx: &Tx, task: &task::Model) -> Result<()> {
    let waiting = Entity::find()
        .filter(Column::TaskId.eq(task.id))
        .filter(Column::State.eq(State::Waiting))
        .one(tx)
        .await?;
    let Some(request) = waiting else {
        return Ok(());
    };
    let (id, mentor_id, letter_id) = (request.id, request.mentor_id, request.letter_id);
    let mut row = request.into_active_model();
    row.state = Set(State::Withdrawn);
    row.update(tx).await?;

    let letter = match letter_id {
        Some(id) => letter::Entity::find_by_id(id).one(tx).await?,
        None => None,
    };
    let Some(mentor) = mentor::Entity::find_by_id(mentor_id).one(tx).await? else {
        return Ok(());
    };
    if letter.is_some_and(|letter| letter.state == letter::State::Sent) {
        let draft = Draft::new(
            Kind::TaskApprovalRequestWithdrawn,
            mentor.name,
            mentor.email,
        )
        .to_mentor(mentor_id)
        .about_enrolment(task.enrolment_id)
        .about_request(id)
        .in_thread(format!("mentor.{mentor_id}"));
        queue(tx, draft).await?;
    }
    Ok(())
}
