//! The applicant, or the office, has somebody else asked, or the same person at another address.

use entity::application as applied;
use entity::letter::Kind;
use sea_orm::ActiveValue::Set;
use sea_orm::{ActiveModelTrait as _, IntoActiveModel as _};

use super::answer::checked;
use super::close::{standing, supersede};
use super::send::write_to;
use super::{Signatory, Step, send};
use crate::access::{Granted, ReplaceSignatory};
use crate::application::surroundings;
use crate::error::{Error, Result};
use crate::invitation;
use crate::person::named;
use crate::tx::Tx;

/// Ends the present asking, whose links open nothing any more, and asks the new signatory. A signature that is there
/// counts no more.
///
/// # Errors
/// `INVALID_INPUT` for what is missing, the applicant's own address, or the address that is asked now; `WRONG_STATE`
/// before the application is handed in, and once a place is offered.
pub async fn replace(
    tx: &Tx,
    application: Granted<ReplaceSignatory>,
    to: Signatory,
    reason: &str,
) -> Result<applied::Model> {
    let application = application.into_row();
    let mut wrong = Vec::new();
    let reason = named("reason", reason, &mut wrong);
    if !wrong.is_empty() {
        return Err(Error::Invalid(wrong));
    }
    let around = surroundings(tx, &application).await?;
    let before = standing(tx, application.id).await?;
    let asked = before.as_ref().map_or("", |before| before.email.as_str());
    let to = checked(to, &around.person.email, asked)?;
    if let Some(before) = before {
        let ended = supersede(tx, before, Step::Supersede, &reason).await?;
        invitation::close(tx, application.id).await?;
        write_to(tx, &ended, Kind::AgreementNoLongerNeeded).await?;
    }
    let application = send(tx, application, &around, &to, None).await?;
    // The answers say whom the applicant means now.
    let mut answers = application.answers.clone();
    answers.signatory_name = Some(to.name);
    answers.signatory_email = Some(to.email);
    answers.signatory_capacity = Some(to.capacity);
    let mut row = application.into_active_model();
    row.answers = Set(answers);
    Ok(row.update(tx).await?)
}
