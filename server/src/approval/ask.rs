//! Asking the mentor.

use entity::approval_request::{ActiveModel, Entity, State};
use entity::letter::Kind;
use entity::{enrolment, mentor, mentorship, task};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::LockType;
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _, QuerySelect as _};
use uuid::Uuid;

use crate::error::{Error, Result};
use crate::outbox::{Draft, queue};
use crate::tx::Tx;

/// Asks the participant's mentor to approve the task, whose text has this hash, and queues the letter.
///
/// # Errors
/// `WRONG_STATE` if nobody mentors the participant.
pub async fn ask(tx: &Tx, task: &task::Model, text_hash: String) -> Result<()> {
    let mentor = current_mentor(tx, task.enrolment_id).await?;
    let letter_id = write_to(tx, &mentor, Kind::TaskApprovalRequested, task.enrolment_id).await?;
    let request = ActiveModel {
        id: Set(Uuid::now_v7()),
        task_id: Set(task.id),
        enrolment_id: Set(task.enrolment_id),
        participant_id: Set(task.participant_id),
        mentor_id: Set(mentor.id),
        letter_id: Set(Some(letter_id)),
        state: Set(State::Waiting),
        asked_at: Set(tx.now),
        resent_at: Set(None),
        text_hash: Set(text_hash),
        decided_at: Set(None),
        comment: Set(None),
        signed_name: Set(None),
        settles_at: Set(None),
        receipt_id: Set(None),
        reminders: Set(0),
        notices: Set(0),
    };
    Entity::insert(request).exec_without_returning(tx).await?;
    Ok(())
}

/// Queues a letter to the mentor about everything that waits for them; letters of a short while become one.
pub(super) async fn write_to(
    tx: &Tx,
    mentor: &mentor::Model,
    kind: Kind,
    enrolment_id: Uuid,
) -> Result<Uuid> {
    let draft = Draft::new(kind, &mentor.name, &mentor.email)
        .to_mentor(mentor.id)
        .about_enrolment(enrolment_id)
        .batched(format!("mentor:{}", mentor.id))
        .not_before(tx.now + tx.portal.config.digest_window)
        .in_thread(format!("mentor.{}", mentor.id));
    queue(tx, draft).await
}

async fn current_mentor(tx: &Tx, enrolment_id: Uuid) -> Result<mentor::Model> {
    // Whoever replaces the mentor holds the enrolment: either they see what is asked here, or we see their mentor.
    if tx.has_rivals() {
        enrolment::Entity::find_by_id(enrolment_id)
            .lock(LockType::Share)
            .one(tx)
            .await?;
    }
    let found = mentorship::Entity::find()
        .filter(mentorship::Column::EnrolmentId.eq(enrolment_id))
        .filter(mentorship::Column::EndedAt.is_null())
        .filter(mentorship::Column::State.eq(mentorship::State::Active))
        .find_also_related(mentor::Entity)
        .one(tx)
        .await?;
    found.and_then(|(_, mentor)| mentor).ok_or_else(|| {
        Error::WrongState(
            "Nobody mentors you at the moment, so there is nobody to ask. Your school has to nominate a mentor first; \
             the programme office can help."
                .into(),
        )
    })
}
