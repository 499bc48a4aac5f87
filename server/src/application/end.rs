//! An application that ends without a place.

use entity::application::{ActiveModel, Leaving};
use entity::letter::Kind;
use entity::{application, event};
use sea_orm::ActiveValue::Set;

use super::change::{give_up, in_time};
use super::{Step, advance, write_to};
use crate::access::{Granted, RejectApplication, WithdrawApplication};
use crate::clock::london_day;
use crate::error::{Error, Result};
use crate::event::record;
use crate::person::named;
use crate::tx::Tx;
use crate::{agreement, invitation};

/// The applicant takes it back, free of charge, for some days also after accepting the place. Whoever at the school was asked hears that nothing is left to do.
///
/// # Errors
/// `INVALID_INPUT` without a reason, `WRONG_STATE` once those days are over.
pub async fn withdraw(
    tx: &Tx,
    application: Granted<WithdrawApplication>,
    leaving: Leaving,
    reason: &str,
) -> Result<application::Model> {
    let application = application.into_row();
    in_time(&application, london_day(tx.now))?;
    let reason = super::leaving::reason(leaving, reason)?;
    give_up(tx, &application, &reason).await?;
    let change = |row: &mut ActiveModel| row.leaving = Set(Some(leaving));
    let ended = end(tx, application, Step::Withdraw, &reason, change).await?;
    record(tx, event::Kind::ApplicationWithdrawn, &ended, Some(reason)).await?;
    Ok(ended)
}

/// An administrator says no.
///
/// # Errors
/// `INVALID_INPUT` without a reason, `WRONG_STATE` where it is over, or a place is offered.
pub async fn reject(
    tx: &Tx,
    application: Granted<RejectApplication>,
    reason: &str,
) -> Result<application::Model> {
    let reason = said(reason)?;
    let ended = end(tx, application.into_row(), Step::Reject, &reason, |_| {}).await?;
    record(tx, event::Kind::ApplicationRejected, &ended, Some(reason)).await?;
    Ok(ended)
}

/// Ends it: what waited for others waits no longer, and the applicant gets a letter.
pub(super) async fn end(
    tx: &Tx,
    application: application::Model,
    step: Step,
    reason: &str,
    change: impl FnOnce(&mut ActiveModel),
) -> Result<application::Model> {
    let reason = reason.to_owned();
    let ended = advance(tx, application, step, |row| {
        row.reason = Set(Some(reason));
        change(row);
    })
    .await?;
    agreement::close(tx, &ended).await?;
    invitation::close(tx, ended.id).await?;
    write_to(tx, &ended, Kind::ApplicationEnded).await?;
    Ok(ended)
}

fn said(reason: &str) -> Result<String> {
    let mut wrong = Vec::new();
    let reason = named("reason", reason, &mut wrong);
    match wrong.is_empty() {
        true => Ok(reason),
        false => Err(Error::Invalid(wrong)),
    }
}
