//! The letters about approvals. Each is written from the state of things when it is sent, not when it was queued, so a
//! letter that has nothing left to say is none.

mod digest;
mod news;
mod receipt;
mod requested;
mod told;

use entity::letter::{self, Kind};
use uuid::Uuid;

use super::waiting::{Case, among};
use crate::access::Actor;
use crate::error::{Error, Result};
use crate::outbox::Rendered;
use crate::portal::Portal;

/// The letter's words, or none if nothing is left to say.
///
/// # Errors
/// `NOT_FOUND` for a letter of another thing.
pub async fn render(portal: &Portal, letter: &letter::Model) -> Result<Option<Rendered>> {
    match letter.kind {
        Kind::TaskApprovalRequested => requested::ask(portal, letter).await,
        Kind::TaskApprovalReminder => requested::remind(portal, letter).await,
        Kind::TaskApprovalRequestWithdrawn => told::withdrawn(portal, letter).await,
        Kind::TaskApprovalMoved => told::moved(portal, letter).await,
        Kind::TaskDecisionReceipt => receipt::acknowledge(portal, letter).await,
        Kind::TaskApproved => news::approved(portal, letter).await,
        Kind::TaskReturned => news::returned(portal, letter).await,
        Kind::TaskApprovalUnanswered => news::unanswered(portal, letter).await,
        Kind::TaskDecisionDisputed => news::disputed(portal, letter).await,
        Kind::SchoolProgressDigest => digest::report(portal, letter).await,
        _ => Err(Error::NotFound("letter about approvals")),
    }
}

/// The request that the letter is about.
async fn case(portal: &Portal, request_id: Option<Uuid>) -> Result<Option<Case>> {
    let Some(id) = request_id else {
        return Ok(None);
    };
    use entity::approval_request::Column;
    use sea_orm::ColumnTrait as _;
    let fits = sea_orm::Condition::all().add(Column::Id.eq(id));
    Ok(among(&portal.db.read, &Actor::System, fits, 1).await?.pop())
}
