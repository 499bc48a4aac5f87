//! The letters about nominated mentors. Each is written from the state of things when it is sent, not when it was queued,
//! so a letter that is no longer true is none.

mod asked;
mod news;

use entity::letter::{self, Kind};
use entity::{agreement, mentor, mentor_invitation};
use sea_orm::EntityTrait as _;

use crate::application::{Case, case};
use crate::error::{Error, Result};
use crate::outbox::Rendered;
use crate::portal::Portal;

/// The letter's words, or none if nothing is left to say.
///
/// # Errors
/// `NOT_FOUND` for a letter of another thing.
pub async fn render(portal: &Portal, letter: &letter::Model) -> Result<Option<Rendered>> {
    match letter.kind {
        Kind::MentorInvited => asked::ask(portal, letter).await,
        Kind::MentorInvitationReminder => asked::remind(portal, letter).await,
        Kind::MentorAccepted => news::accepted(portal, letter).await,
        Kind::MentorDeclined => news::declined(portal, letter).await,
        Kind::MentorUnanswered => news::unanswered(portal, letter).await,
        Kind::MentorBounced => news::bounced(portal, letter).await,
        _ => Err(Error::NotFound("letter about invitations")),
    }
}

/// The asking that a letter is about.
#[derive(Clone, Debug)]
struct Asking {
    invitation: mentor_invitation::Model,
    mentor: mentor::Model,
    /// The school's word that names the mentor.
    agreement: agreement::Model,
    case: Case,
}

async fn asking(portal: &Portal, letter: &letter::Model) -> Result<Option<Asking>> {
    let db = &portal.db.read;
    let (Some(id), Some(case)) = (letter.invitation_id, case(portal, letter).await?) else {
        return Ok(None);
    };
    let found = mentor_invitation::Entity::find_by_id(id)
        .find_also_related(mentor::Entity)
        .one(db)
        .await?;
    let Some((invitation, Some(mentor))) = found else {
        return Ok(None);
    };
    let agreement = agreement::Entity::find_by_id(invitation.agreement_id)
        .one(db)
        .await?;
    Ok(agreement.map(|agreement| Asking {
        invitation,
        mentor,
        agreement,
        case,
    }))
}
