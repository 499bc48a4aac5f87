//! "This was not me": the registered mailbox disowns decisions that somebody made with its link.

use entity::approval_request::{self, Column, Entity, State};
use entity::letter::{self, Kind, VoidReason};
use entity::person_role::Role;
use entity::{enrolment, event, person, person_role, task, training_group};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait as _, EntityTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _,
};
use uuid::Uuid;

use super::life::cancel_news;
use crate::access::{self, Disown};
use crate::error::Result;
use crate::event::record;
use crate::outbox::{Draft, queue};
use crate::task as tasks;
use crate::tx::Tx;

/// Administrators who are told of a dispute, at most.
const TOLD: u64 = 10;

/// Revokes every decision that the receipt tells of, opens the tasks again, stops all earlier links of the mentor, and
/// tells participant, tutor and administrators. Answers how many were revoked; a repeat finds none.
pub async fn disown(tx: &Tx, receipt: &letter::Model) -> Result<usize> {
    let Some(mentor_id) = receipt.mentor_id else {
        return Ok(0);
    };
    let decided: Vec<Uuid> = Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(Column::ReceiptId.eq(receipt.id))
        .filter(Column::State.is_in([State::Approved, State::Returned]))
        .order_by_asc(Column::Id)
        .into_tuple()
        .all(tx)
        .await?;
    for id in &decided {
        let request = access::load::<Disown>(tx, *id).await?;
        let task = task::Entity::find_by_id(request.task_id)
            .lock_exclusive()
            .one(tx)
            .await?;
        if let Some(task) =
            task.filter(|task| tasks::next(task.state, tasks::Step::Reopen).is_some())
        {
            tasks::advance(tx, task, tasks::Step::Reopen, |row| {
                row.approved_at = Set(None)
            })
            .await?;
        }
        record(tx, event::Kind::TaskDecisionDisowned, &*request, None).await?;
        tell(tx, &request).await?;
    }
    Entity::update_many()
        .col_expr(Column::State, Expr::value(State::Revoked))
        .filter(Column::Id.is_in(decided.clone()))
        .exec(tx)
        .await?;
    cancel_news(tx, &decided).await?;
    if !decided.is_empty() {
        void_links(tx, mentor_id, receipt.id).await?;
    }
    Ok(decided.len())
}

/// The receipt's own link goes on working, to show what was done.
async fn void_links(tx: &Tx, mentor_id: Uuid, receipt_id: Uuid) -> Result<()> {
    letter::Entity::update_many()
        .col_expr(
            letter::Column::VoidReason,
            Expr::value(VoidReason::Disowned),
        )
        .filter(letter::Column::MentorId.eq(mentor_id))
        .filter(letter::Column::Id.ne(receipt_id))
        .filter(letter::Column::VoidReason.is_null())
        .exec(tx)
        .await?;
    Ok(())
}

async fn tell(tx: &Tx, request: &approval_request::Model) -> Result<()> {
    let tutor = enrolment::Entity::find_by_id(request.enrolment_id)
        .find_also_related(training_group::Entity)
        .one(tx)
        .await?
        .and_then(|(_, group)| group.and_then(|group| group.tutor_id));
    let mut told: Vec<Uuid> = person_role::Entity::find()
        .select_only()
        .column(person_role::Column::PersonId)
        .filter(person_role::Column::Role.eq(Role::Administrator))
        .limit(TOLD)
        .into_tuple()
        .all(tx)
        .await?;
    told.extend(tutor);
    told.push(request.participant_id);
    told.sort_unstable();
    told.dedup();
    for person in person::Entity::find()
        .filter(person::Column::Id.is_in(told))
        .all(tx)
        .await?
    {
        let draft = Draft::new(Kind::TaskDecisionDisputed, person.name, person.email)
            .to_person(person.id)
            .about_enrolment(request.enrolment_id)
            .about_request(request.id)
            .in_thread(format!("task.{}", request.task_id));
        queue(tx, draft).await?;
    }
    Ok(())
}
