//! The letters about the school's word. Each is written from the state of things when it is sent, not when it was queued,
//! so a letter that is no longer true is none.

mod asked;
mod copies;
mod news;
mod over;
mod replied;
mod scan;
mod sought;

use entity::agreement;
use entity::letter::{self, Kind};
use sea_orm::{ColumnTrait as _, EntityTrait as _, PaginatorTrait as _, QueryFilter as _};

use crate::agreement::make_file;
use crate::application::{Case, case};
use crate::error::{Error, Result};
use crate::outbox::Rendered;
use crate::portal::Portal;

/// Makes what the letter brings along, if it is not there. Whoever only looks at a letter makes nothing.
pub async fn prepare(portal: &Portal, letter: &letter::Model) -> Result<()> {
    match (letter.kind, letter.agreement_id) {
        (Kind::AgreementSignedCopy | Kind::AgreementSigned, Some(id)) => {
            make_file(portal, id).await
        }
        _ => Ok(()),
    }
}

/// The letter's words, or none if nothing is left to say.
///
/// # Errors
/// `NOT_FOUND` for a letter of another thing.
pub async fn render(portal: &Portal, letter: &letter::Model) -> Result<Option<Rendered>> {
    match letter.kind {
        Kind::AgreementRequested => asked::ask(portal, letter).await,
        Kind::AgreementReminder => asked::remind(portal, letter).await,
        Kind::AgreementUnanswered => news::unanswered(portal, letter).await,
        Kind::AgreementBounced => news::bounced(portal, letter).await,
        Kind::AgreementDeclined => news::declined(portal, letter).await,
        Kind::AgreementHandedOn => news::handed_on(portal, letter).await,
        Kind::AgreementSignedCopy => copies::for_signatory(portal, letter).await,
        Kind::AgreementSigned => copies::for_applicant(portal, letter).await,
        Kind::AgreementNoLongerNeeded => over::no_longer_needed(portal, letter).await,
        Kind::AgreementQuestionAnswered => replied::tell(portal, letter).await,
        Kind::AgreementScanReceived => scan::received(portal, letter).await,
        Kind::AgreementScanRejected => scan::rejected(portal, letter).await,
        Kind::AgreementScanReturned => scan::returned(portal, letter).await,
        Kind::MentorSought => sought::ask(portal, letter).await,
        _ => Err(Error::NotFound("letter about agreements")),
    }
}

/// The asking that the letter is about, with its application.
async fn asking(
    portal: &Portal,
    letter: &letter::Model,
) -> Result<Option<(agreement::Model, Case)>> {
    let (Some(id), Some(case)) = (letter.agreement_id, case(portal, letter).await?) else {
        return Ok(None);
    };
    let found = agreement::Entity::find_by_id(id);
    let found = found.one(&portal.db.read).await?;
    Ok(found.map(|agreement| (agreement, case)))
}

/// Whether nobody was asked after this.
async fn is_latest(portal: &Portal, agreement: &agreement::Model) -> Result<bool> {
    let later = agreement::Entity::find()
        .filter(agreement::Column::ApplicationId.eq(agreement.application_id))
        .filter(agreement::Column::Id.gt(agreement.id))
        .count(&portal.db.read)
        .await?;
    Ok(later == 0)
}
