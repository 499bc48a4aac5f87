//! Asking.

use entity::letter::Kind;
use entity::mentor_invitation::{ActiveModel, Model, State};
use entity::{agreement, event, mentor};
use sea_orm::ActiveValue::Set;
use sea_orm::{ActiveModelTrait as _, EntityTrait as _};
use uuid::Uuid;

use super::close::close;
use crate::application::to_applicant;
use crate::error::{Error, Result};
use crate::event::record;
use crate::outbox::{Draft, queue};
use crate::tx::Tx;

/// Asks the mentor whom the school's word names; whoever was asked before is asked no longer.
pub async fn invite(
    tx: &Tx,
    agreement: &agreement::Model,
    mentor: &mentor::Model,
) -> Result<Model> {
    close(tx, agreement.application_id).await?;
    let id = Uuid::now_v7();
    let draft = Draft::new(Kind::MentorInvited, &mentor.name, &mentor.email)
        .to_mentor(mentor.id)
        .about_application(agreement.application_id)
        .about_invitation(id)
        .in_thread(format!("mentor.{}", mentor.id));
    let letter_id = queue(tx, draft).await?;
    let row = ActiveModel {
        id: Set(id),
        application_id: Set(agreement.application_id),
        person_id: Set(agreement.person_id),
        agreement_id: Set(agreement.id),
        mentor_id: Set(mentor.id),
        state: Set(State::Invited),
        letter_id: Set(Some(letter_id)),
        asked_at: Set(tx.now),
        resent_at: Set(None),
        reminders: Set(0),
        notices: Set(0),
        decided_at: Set(None),
        signed_name: Set(None),
        reason: Set(None),
    };
    let row = row.insert(tx).await?;
    record(tx, event::Kind::MentorInvited, &row, None).await?;
    Ok(row)
}

/// Queues a letter to the mentor.
pub(super) async fn write_to(tx: &Tx, invitation: &Model, kind: Kind) -> Result<Uuid> {
    let mentor = mentor::Entity::find_by_id(invitation.mentor_id)
        .one(tx)
        .await?
        .ok_or(Error::NotFound("mentor"))?;
    let draft = Draft::new(kind, mentor.name, mentor.email)
        .to_mentor(mentor.id)
        .about_application(invitation.application_id)
        .about_invitation(invitation.id)
        .in_thread(format!("mentor.{}", mentor.id));
    queue(tx, draft).await
}

/// Queues a letter to the applicant about it.
pub(super) async fn tell_applicant(tx: &Tx, invitation: &Model, kind: Kind) -> Result<Uuid> {
    let draft = to_applicant(tx, invitation.person_id, invitation.application_id, kind)
        .await?
        .about_invitation(invitation.id);
    queue(tx, draft).await
}

/// Asks whoever signed for the school to name somebody else.
pub(super) async fn seek(tx: &Tx, invitation: &Model) -> Result<Uuid> {
    let agreement = agreement::Entity::find_by_id(invitation.agreement_id)
        .one(tx)
        .await?
        .ok_or(Error::NotFound("agreement"))?;
    let draft = Draft::new(Kind::MentorSought, agreement.name, agreement.email)
        .about_application(invitation.application_id)
        .about_agreement(agreement.id)
        .about_invitation(invitation.id)
        .in_thread(format!("agreement.{}", agreement.id));
    queue(tx, draft).await
}
