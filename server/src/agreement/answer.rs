//! Answers other than a signature.

use entity::agreement::Model;
use entity::event;
use entity::letter::Kind;
use sea_orm::ActiveValue::Set;

use super::life::advance;
use super::send::{send, tell_applicant};
use super::{Signatory, Step};
use crate::access::{AnswerAgreement, Granted};
use crate::application::surroundings;
use crate::error::{Error, FieldError, Result};
use crate::event::record;
use crate::person::{Address, is_same_mailbox, named};
use crate::tx::Tx;

/// Says no for the school. The applicant hears it, with the reason, and can name somebody else.
///
/// # Errors
/// `INVALID_INPUT` without a reason, `WRONG_STATE` where it is answered already.
pub async fn decline(tx: &Tx, agreement: Granted<AnswerAgreement>, reason: &str) -> Result<Model> {
    let mut wrong = Vec::new();
    let reason = named("reason", reason, &mut wrong);
    if !wrong.is_empty() {
        return Err(Error::Invalid(wrong));
    }
    let now = tx.now;
    let declined = advance(tx, agreement.into_row(), Step::Decline, |row| {
        row.decided_at = Set(Some(now));
        row.reason = Set(Some(reason.clone()));
    })
    .await?;
    record(tx, event::Kind::AgreementDeclined, &declined, Some(reason)).await?;
    tell_applicant(tx, &declined, Kind::AgreementDeclined).await?;
    Ok(declined)
}

/// Names somebody else to sign for the school. Who named whom is kept.
///
/// # Errors
/// `INVALID_INPUT` for what is missing, the applicant's own address or the signatory's own; `WRONG_STATE` where it is
/// answered already.
pub async fn hand_on(tx: &Tx, agreement: Granted<AnswerAgreement>, to: Signatory) -> Result<Model> {
    let from = agreement.into_row();
    let application = super::close::application(tx, from.application_id).await?;
    let around = surroundings(tx, &application).await?;
    let to = checked(to, &around.person.email, &from.email)?;
    let now = tx.now;
    let handed = advance(tx, from, Step::HandOn, |row| {
        row.decided_at = Set(Some(now));
        row.reason = Set(Some(format!("To {}", to.name)));
    })
    .await?;
    record(
        tx,
        event::Kind::AgreementHandedOn,
        &handed,
        Some(format!("to {}", to.name)),
    )
    .await?;
    send(tx, application, &around, &to, Some(handed.id)).await?;
    tell_applicant(tx, &handed, Kind::AgreementHandedOn).await?;
    Ok(handed)
}

/// A signatory who may be asked: somebody other than the applicant, and other than whoever was asked before.
pub(super) fn checked(to: Signatory, own: &str, before: &str) -> Result<Signatory> {
    let mut wrong = Vec::new();
    let name = named("signatoryName", &to.name, &mut wrong);
    let email = Address::checked("signatoryEmail", &to.email, &mut wrong);
    let message = if is_same_mailbox(&email, own) {
        Some("This is the applicant's own address: nobody signs for themselves.")
    } else if email == before {
        Some("This address was asked already. Enter another one.")
    } else {
        None
    };
    if let Some(message) = message.filter(|_| !email.is_empty()) {
        wrong.push(FieldError {
            name: "signatoryEmail",
            message: message.into(),
        });
    }
    match wrong.is_empty() {
        true => Ok(Signatory {
            name,
            email,
            capacity: to.capacity,
        }),
        false => Err(Error::Invalid(wrong)),
    }
}
