//! What waits for a mentor follows when another takes their place.

use entity::approval_request::{self, Column, Entity, State};
use entity::letter::{self, Kind, VoidReason};
use entity::{event, mentor};
use sea_orm::sea_query::{Expr, LockType};
use sea_orm::{
    ColumnTrait as _, EntityTrait as _, PaginatorTrait as _, QueryFilter as _, QueryOrder as _,
    QuerySelect as _,
};
use uuid::Uuid;

use super::ask::write_to;
use crate::error::Result;
use crate::event::record;
use crate::outbox::{Draft, queue};
use crate::tx::Tx;

/// Moves the enrolment's waiting requests to the new mentor, writes to them, and tells the old one. Letters to the old
/// mentor stop acting unless they still mentor somebody else.
pub async fn move_to(
    tx: &Tx,
    enrolment_id: Uuid,
    from: &mentor::Model,
    to: &mentor::Model,
) -> Result<usize> {
    let waiting: Vec<approval_request::Model> = Entity::find()
        .filter(Column::EnrolmentId.eq(enrolment_id))
        .filter(Column::State.eq(State::Waiting))
        .order_by_asc(Column::Id)
        // A mentor may be answering at this moment: what they have answered by now stays theirs.
        .lock(LockType::NoKeyUpdate)
        .all(tx)
        .await?;
    if !waiting.is_empty() {
        let letter_id = write_to(tx, to, Kind::TaskApprovalRequested, enrolment_id).await?;
        Entity::update_many()
            .col_expr(Column::MentorId, Expr::value(to.id))
            .col_expr(Column::LetterId, Expr::value(letter_id))
            .col_expr(Column::AskedAt, Expr::value(tx.now))
            .col_expr(
                Column::ResentAt,
                Expr::value(Option::<chrono::DateTime<chrono::Utc>>::None),
            )
            .col_expr(Column::Reminders, Expr::value(0))
            .col_expr(Column::Notices, Expr::value(0))
            .filter(Column::Id.is_in(waiting.iter().map(|request| request.id)))
            .exec(tx)
            .await?;
        for request in &waiting {
            record(
                tx,
                event::Kind::ApprovalMoved,
                request,
                Some(format!("from {} to {}", from.name, to.name)),
            )
            .await?;
        }
        let draft = Draft::new(Kind::TaskApprovalMoved, &from.name, &from.email)
            .to_mentor(from.id)
            .about_enrolment(enrolment_id)
            .in_thread(format!("mentor.{}", from.id));
        queue(tx, draft).await?;
    }
    void_links(tx, enrolment_id, from.id).await?;
    Ok(waiting.len())
}

/// Letters that asked about this enrolment act no more; where the old mentor still has others to answer, those letters
/// live on, since the page shows only what waits for its mentor anyway.
async fn void_links(tx: &Tx, enrolment_id: Uuid, mentor_id: Uuid) -> Result<()> {
    use entity::mentorship;
    let others = mentorship::Entity::find()
        .filter(mentorship::Column::MentorId.eq(mentor_id))
        .filter(mentorship::Column::EnrolmentId.ne(enrolment_id))
        .filter(mentorship::Column::EndedAt.is_null())
        .count(tx)
        .await?;
    let mut stop = letter::Entity::update_many()
        .col_expr(
            letter::Column::VoidReason,
            Expr::value(VoidReason::MentorReplaced),
        )
        .filter(letter::Column::MentorId.eq(mentor_id))
        .filter(
            letter::Column::Kind.is_in([Kind::TaskApprovalRequested, Kind::TaskApprovalReminder]),
        )
        .filter(letter::Column::VoidReason.is_null());
    if others > 0 {
        stop = stop.filter(letter::Column::EnrolmentId.eq(enrolment_id));
    }
    stop.exec(tx).await?;
    Ok(())
}
