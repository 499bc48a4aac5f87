//! The office decides that a place can be offered although the school cannot support every outcome.

use entity::agreement::{Model, State};
use entity::event;
use sea_orm::ActiveValue::Set;
use sea_orm::{ActiveModelTrait as _, IntoActiveModel as _};

use crate::access::{AcceptGaps, Granted};
use crate::error::{Error, Result};
use crate::event::record;
use crate::person::named;
use crate::tx::Tx;

/// Puts down how the outcomes are to be met that the school cannot support.
///
/// # Errors
/// `INVALID_INPUT` without a plan, `WRONG_STATE` where nothing is signed or nothing is missing.
pub async fn accept(tx: &Tx, agreement: Granted<AcceptGaps>, plan: &str) -> Result<Model> {
    let agreement = agreement.into_row();
    let mut wrong = Vec::new();
    let plan = named("plan", plan, &mut wrong);
    if !wrong.is_empty() {
        return Err(Error::Invalid(wrong));
    }
    let review = agreement.review.as_ref();
    let has_gaps = review.is_some_and(|review| review.gaps().next().is_some());
    if agreement.state != State::Signed || !has_gaps {
        return Err(Error::WrongState(
            "There is no gap in what the school supports, so there is nothing to decide.".into(),
        ));
    }
    let by = tx.actor.user().ok_or(Error::Unauthenticated)?.name.clone();
    let mut row = agreement.into_active_model();
    row.gaps_accepted_at = Set(Some(tx.now));
    row.gaps_accepted_by = Set(Some(by));
    row.gaps_plan = Set(Some(plan.clone()));
    let agreement = row.update(tx).await?;
    record(tx, event::Kind::GapsAccepted, &agreement, Some(plan)).await?;
    Ok(agreement)
}
