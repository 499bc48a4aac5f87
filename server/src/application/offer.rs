//! Offering a place.

use chrono::Days;
use entity::agreement::{self, State as Signed};
use entity::application::State;
use entity::letter::Kind;
use entity::{application, event, training_group};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::LockType;
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _, QuerySelect as _};
use uuid::Uuid;

use super::needs::{Standing, standing};
use super::{Step, advance, surroundings, write_to};
use crate::access::{Granted, OfferPlace};
use crate::clock::london_day;
use crate::error::{Error, Result};
use crate::event::record;
use crate::programme::places_spoken_for;
use crate::tx::Tx;

/// Offers a place in a group of the cohort, for as many days as the award gives.
///
/// # Errors
/// `WRONG_STATE` without the school's signature, before the signatory's address was compared with the school's record, or
/// while outcomes are open that the school cannot support;
/// `INVALID_INPUT` for a group of another cohort, or one that is full.
pub async fn offer(
    tx: &Tx,
    application: Granted<OfferPlace>,
    group_id: Uuid,
) -> Result<application::Model> {
    let application = application.into_row();
    let signed = agreement::Entity::find()
        .filter(agreement::Column::ApplicationId.eq(application.id))
        .filter(agreement::Column::State.eq(Signed::Signed))
        .one(tx)
        .await?;
    if standing(&application, signed.as_ref()) == Some(Standing::GapsUnresolved) {
        return Err(Error::WrongState(
            "The school cannot support every learning outcome. Put down first how the others are to be met.".into(),
        ));
    }
    if signed.is_some_and(|agreement| agreement.checked_at.is_none()) {
        return Err(Error::WrongState(
            "Compare the signatory's address with the school's record first: nobody may sign for themselves.".into(),
        ));
    }
    let group = training_group::Entity::find_by_id(group_id)
        .filter(training_group::Column::CohortId.eq(application.cohort_id))
        // Nobody else is offered its last place meanwhile.
        .lock(LockType::NoKeyUpdate)
        .one(tx)
        .await?
        .ok_or_else(|| {
            Error::field(
                "groupId",
                "Choose a group of the cohort that they applied to.",
            )
        })?;
    has_room(tx, &group).await?;
    let around = surroundings(tx, &application).await?;
    let days = Days::new(around.award.limits.offer_days.into());
    let now = tx.now;
    let application = advance(tx, application, Step::Offer, |row| {
        row.group_id = Set(Some(group.id));
        row.offered_at = Set(Some(now));
        row.offer_until = Set(Some(london_day(now) + days));
        row.notices = Set(0);
    })
    .await?;
    record(
        tx,
        event::Kind::PlaceOffered,
        &application,
        Some(group.name),
    )
    .await?;
    write_to(tx, &application, Kind::PlaceOffered).await?;
    Ok(application)
}

/// Whether a place can be offered now: the school has signed, the signatory's address was compared, and no outcome is open
/// that the school cannot support. `latest` is the latest asking.
pub fn is_ready(application: &application::Model, latest: Option<&agreement::Model>) -> bool {
    application.state == State::Ready
        && latest.is_some_and(|asked| asked.checked_at.is_some())
        && standing(application, latest) != Some(Standing::GapsUnresolved)
}

/// Places that are taken and places that are offered, against what the group holds.
async fn has_room(tx: &Tx, group: &training_group::Model) -> Result<()> {
    let Some(places) = group.capacity else {
        return Ok(());
    };
    if places_spoken_for(tx, group.id).await? < places {
        return Ok(());
    }
    let message =
        format!("All {places} places of this group are taken or offered. Choose another group.");
    Err(Error::field("groupId", message))
}
