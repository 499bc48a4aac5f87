//! Taking back everything that waits, when somebody leaves.

use entity::event;
use entity::task::{Column, Entity, State};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::LockType;
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _, QuerySelect as _};
use uuid::Uuid;

use super::{Step, advance};
use crate::approval;
use crate::error::Result;
use crate::event::record;
use crate::tx::Tx;

/// Makes each task of the enrolment that waits for its mentor a draft again; the mentor hears it if they were told of it.
pub async fn take_back(tx: &Tx, enrolment_id: Uuid) -> Result<()> {
    let waiting = Entity::find()
        .filter(Column::EnrolmentId.eq(enrolment_id))
        .filter(Column::State.eq(State::Submitted))
        .lock(LockType::NoKeyUpdate)
        .all(tx)
        .await?;
    for task in waiting {
        let task = advance(tx, task, Step::Withdraw, |row| row.submitted_at = Set(None)).await?;
        record(tx, event::Kind::TaskWithdrawn, &task, None).await?;
        approval::withdraw(tx, &task).await?;
    }
    Ok(())
}
