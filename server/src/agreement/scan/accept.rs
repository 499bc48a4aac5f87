//! Taking a scan for the school's signature.

use entity::agreement_scan::Model as Scan;
use entity::{agreement, event, person};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::LockType;
use sea_orm::{EntityTrait as _, QuerySelect as _};
use uuid::Uuid;

use super::life::{Step, advance};
use crate::access::{DecideScan, Granted};
use crate::agreement::sign::put_down;
use crate::agreement::{Answered, Signed, Signing};
use crate::error::{Error, Result};
use crate::event::record;
use crate::person::is_same_mailbox;
use crate::tx::Tx;

/// Has the paper count as the school's signature, with all that follows from one. `agrees` is the administrator's word that
/// name, words and reference on the paper are those of the asking.
///
/// # Errors
/// `INVALID_INPUT` without that word; `WRONG_STATE` where the scan was not scanned yet, is decided on or over, and where the
/// words are others by now; `FORBIDDEN` for oneself under another address.
pub async fn accept(tx: &Tx, scan: Granted<DecideScan>, agrees: bool) -> Result<agreement::Model> {
    if !agrees {
        return Err(Error::field(
            "agrees",
            "Tick the box once you have compared the paper.",
        ));
    }
    let scan = scan.into_row();
    not_for_themselves(tx, &scan).await?;
    let asked = asked(tx, scan.agreement_id).await?;
    let by = tx.actor.user().ok_or(Error::Unauthenticated)?.name.clone();
    let now = tx.now;
    let scan = advance(tx, scan, Step::Accept, |row| {
        row.decided_at = Set(Some(now));
        row.decided_by = Set(Some(by));
    })
    .await?;
    let note = Some(scan.sha256.clone());
    record(tx, event::Kind::AgreementScanAccepted, &asked, note).await?;
    let id = scan.id;
    match put_down(tx, asked, written(scan), Some(id)).await? {
        Signed::Yes(signed) => Ok(*signed),
        Signed::Changed => Err(Error::WrongState(
            "The words of the agreement have changed since this paper was printed. Reject it, so that the school signs the new ones.".into(),
        )),
    }
}

/// An administrator may have an account under one spelling of an address, and apply under another.
async fn not_for_themselves(tx: &Tx, scan: &Scan) -> Result<()> {
    let own = tx.actor.user().ok_or(Error::Unauthenticated)?.id;
    let [own, applicant] = [
        person::Entity::find_by_id(own).one(tx).await?,
        person::Entity::find_by_id(scan.person_id).one(tx).await?,
    ];
    match (own, applicant) {
        (Some(own), Some(applicant)) if !is_same_mailbox(&own.email, &applicant.email) => Ok(()),
        _ => Err(Error::Forbidden),
    }
}

/// The asking that a scan answers, with its row locked.
pub(super) async fn asked(tx: &Tx, id: Uuid) -> Result<agreement::Model> {
    agreement::Entity::find_by_id(id)
        .lock(LockType::NoKeyUpdate)
        .one(tx)
        .await?
        .ok_or(Error::NotFound("agreement"))
}

/// What is written on the paper, as if it were typed.
fn written(scan: Scan) -> Signing {
    let reviewed = scan.review.map(|review| review.0).unwrap_or_default();
    let gaps = reviewed.iter().filter(|one| !one.is_supported);
    Signing {
        hash: scan.text_hash,
        name: scan.signed_name,
        appointed_on: scan.appointed_on,
        mentor_name: scan.mentor_name,
        mentor_email: scan.mentor_email,
        mentor_post: scan.mentor_post,
        answered: Answered {
            gaps: gaps.map(|one| one.code.clone()).collect(),
            comments: reviewed
                .iter()
                .map(|one| (one.code.clone(), one.comment.clone()))
                .collect(),
            is_confirmed: true,
        },
        ip: scan.ip,
        user_agent: scan.user_agent,
    }
}
