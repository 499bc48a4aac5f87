//! Saying why a scan cannot be taken.

use entity::letter::Kind;
use entity::{agreement, event};
use sea_orm::ActiveValue::Set;

use super::accept::asked;
use super::life::{Step, advance};
use crate::access::{DecideScan, Granted};
use crate::agreement::Step as Asking;
use crate::agreement::life::advance as advance_asking;
use crate::agreement::send::{tell_applicant, write_to};
use crate::error::{Error, Result};
use crate::event::record;
use crate::person::named;
use crate::tx::Tx;

/// Rejects it. The signatory is asked again, with the reason, and the applicant hears it.
///
/// # Errors
/// `INVALID_INPUT` without a reason; `WRONG_STATE` where the scan was not scanned yet, is decided on or over.
pub async fn reject(tx: &Tx, scan: Granted<DecideScan>, reason: &str) -> Result<agreement::Model> {
    let mut wrong = Vec::new();
    let reason = named("reason", reason, &mut wrong);
    if !wrong.is_empty() {
        return Err(Error::Invalid(wrong));
    }
    let scan = scan.into_row();
    let row = asked(tx, scan.agreement_id).await?;
    let by = tx.actor.user().ok_or(Error::Unauthenticated)?.name.clone();
    let now = tx.now;
    advance(tx, scan, Step::Reject, |row| {
        row.decided_at = Set(Some(now));
        row.decided_by = Set(Some(by));
        row.reason = Set(Some(reason.clone()));
    })
    .await?;
    let asked = ask_again(tx, row).await?;
    record(tx, event::Kind::AgreementScanRejected, &asked, Some(reason)).await?;
    tell_applicant(tx, &asked, Kind::AgreementScanReturned).await?;
    Ok(asked)
}

/// The letter with the reason asks anew, so it counts as one that was sent again.
pub(super) async fn ask_again(tx: &Tx, asked: agreement::Model) -> Result<agreement::Model> {
    let letter_id = write_to(tx, &asked, Kind::AgreementScanRejected).await?;
    let now = tx.now;
    advance_asking(tx, asked, Asking::Ask, |row| {
        row.paper_since = Set(None);
        row.resent_at = Set(Some(now));
        row.letter_id = Set(Some(letter_id));
    })
    .await
}
