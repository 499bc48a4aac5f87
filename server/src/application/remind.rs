//! Reminding applicants of a place that is offered, some days before the offer ends.

use chrono::{DateTime, Days, Utc};
use entity::application::{Column, Entity, Model, State};
use entity::award::{self, Limits};
use entity::event;
use entity::letter::Kind;
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait as _, ColumnTrait as _, EntityTrait as _, IntoActiveModel as _,
    QueryFilter as _, QueryOrder as _, QuerySelect as _,
};

use super::{calendars, write_to};
use crate::access::{self, Actor, RemindOfOffer};
use crate::clock::{considerate, london_day};
use crate::error::Result;
use crate::event::record;
use crate::portal::Portal;
use crate::tx;

/// Looked at at a time.
const BATCH: u64 = 100;

/// Writes the reminders that are due. Answers how many those were.
pub async fn remind(portal: &Portal) -> Result<usize> {
    let (db, now) = (&portal.db.read, portal.clock.now());
    // In holidays as well: the offer ends in holidays, too.
    if considerate(now, &[]) > now {
        return Ok(0);
    }
    let awards = award::Entity::find().all(db).await?;
    let days = awards.iter().map(|award| award.limits.offer_reminder_days);
    let last = london_day(now) + Days::new(days.max().unwrap_or(0).into());
    let offers = Entity::find()
        // As it stands in the index: a parameter would hide from SQLite that it fits.
        .filter(Expr::cust("application.state = 'offered'"))
        .filter(Column::Notices.eq(0))
        .filter(Column::OfferUntil.lte(last))
        .order_by_asc(Column::OfferUntil)
        .limit(BATCH)
        .all(db)
        .await?;
    let calendars = calendars(db, &offers, |offer| (offer.id, offer.id)).await?;
    let mut written = 0;
    for offer in &offers {
        let limits = calendars.get(&offer.id).map(|(limits, _)| limits);
        if let Some(limits) = limits.filter(|limits| is_due(offer, limits, now)) {
            written += usize::from(remind_one(portal, offer, limits).await?);
        }
    }
    Ok(written)
}

/// Once for each offer, as many days before its end as the award says, and never on the day on which it was made.
fn is_due(offer: &Model, limits: &Limits, now: DateTime<Utc>) -> bool {
    let today = london_day(now);
    let (Some(until), Some(offered_at)) = (offer.offer_until, offer.offered_at) else {
        return false;
    };
    let from = until - Days::new(limits.offer_reminder_days.into());
    offer.state == State::Offered
        && offer.notices == 0
        && london_day(offered_at) < today
        && (from..=until).contains(&today)
}

async fn remind_one(portal: &Portal, offer: &Model, limits: &Limits) -> Result<bool> {
    tx::write(portal, &Actor::System, async |tx| {
        let offer = access::load::<RemindOfOffer>(tx, offer.id)
            .await?
            .into_row();
        // The applicant may have answered between the look and the lock.
        if !is_due(&offer, limits, tx.now) {
            return Ok(false);
        }
        let mut row = offer.into_active_model();
        row.notices = Set(1);
        let offer = row.update(tx).await?;
        record(tx, event::Kind::ParticipantNotified, &offer, None).await?;
        write_to(tx, &offer, Kind::PlaceOfferReminder).await?;
        Ok(true)
    })
    .await
}
