//! An administrator compares the signatory's address with the school's record.

use entity::agreement::Model;
use entity::event;
use sea_orm::ActiveValue::Set;
use sea_orm::{ActiveModelTrait as _, IntoActiveModel as _};

use crate::access::{CheckSignatory, Granted};
use crate::error::{Error, Result};
use crate::event::record;
use crate::tx::Tx;

/// Puts down that the address is the school's; once is enough.
///
/// # Errors
/// `UNAUTHENTICATED` for nobody.
pub async fn check(tx: &Tx, agreement: Granted<CheckSignatory>) -> Result<Model> {
    let agreement = agreement.into_row();
    if agreement.checked_at.is_some() {
        return Ok(agreement);
    }
    let by = tx.actor.user().ok_or(Error::Unauthenticated)?.name.clone();
    let mut row = agreement.into_active_model();
    row.checked_at = Set(Some(tx.now));
    row.checked_by = Set(Some(by));
    let agreement = row.update(tx).await?;
    record(tx, event::Kind::AgreementChecked, &agreement, None).await?;
    Ok(agreement)
}
