//! Drafts, applications and offers that run out of time.

use chrono::NaiveDate;
use entity::application::{Column, Entity, State};
use entity::{cohort, event};
use sea_orm::sea_query::{Expr, ExprTrait as _};
use sea_orm::{
    ColumnTrait as _, Condition, EntityTrait as _, JoinType, QueryFilter as _, QuerySelect as _,
    RelationTrait as _,
};
use uuid::Uuid;

use super::Step;
use super::end::end;
use crate::access::{self, Actor, ExpireApplication};
use crate::clock::{considerate, london_day};
use crate::error::Result;
use crate::event::record;
use crate::portal::Portal;
use crate::tx;

/// Looked at at a time.
const BATCH: u64 = 100;

/// Ends what is over: an offer after its last day, anything else that has no place when the cohort begins. Answers how
/// many that were.
pub async fn expire(portal: &Portal) -> Result<usize> {
    let now = portal.clock.now();
    // It brings letters that nobody asked for: they wait for the morning. Nobody can accept meanwhile.
    if considerate(now, &[]) > now {
        return Ok(0);
    }
    let today = london_day(now);
    let ids: Vec<Uuid> = Entity::find()
        .select_only()
        .column(Column::Id)
        .join(
            JoinType::InnerJoin,
            entity::application::Relation::Cohort.def(),
        )
        .filter(is_over(today))
        .limit(BATCH)
        .into_tuple()
        .all(&portal.db.read)
        .await?;
    for id in &ids {
        expire_one(portal, *id, today).await?;
    }
    Ok(ids.len())
}

fn is_over(today: NaiveDate) -> Condition {
    // As it stands in the index: a parameter would hide from SQLite that it fits.
    let offered = Condition::all()
        .add(Expr::cust("application.state = 'offered'"))
        .add(Column::OfferUntil.lt(today));
    let begun = Condition::all()
        .add(Expr::cust(
            "application.state IN ('draft', 'submitted', 'awaiting_school', 'ready')",
        ))
        .add(Expr::col((cohort::Entity, cohort::Column::StartsOn)).lte(today));
    Condition::any().add(offered).add(begun)
}

async fn expire_one(portal: &Portal, id: Uuid, today: NaiveDate) -> Result<()> {
    tx::write(portal, &Actor::System, async |tx| {
        let application = access::load::<ExpireApplication>(tx, id).await?.into_row();
        let reason = match application.state {
            State::Offered if application.offer_until.is_some_and(|until| until < today) => {
                "The offer was not accepted in time."
            }
            State::Draft | State::Submitted | State::AwaitingSchool | State::Ready => {
                "The cohort has begun."
            }
            // Somebody acted between the look and the lock.
            _ => return Ok(()),
        };
        let ended = end(tx, application, Step::Expire, reason, |_| {}).await?;
        record(
            tx,
            event::Kind::ApplicationExpired,
            &ended,
            Some(reason.to_owned()),
        )
        .await
    })
    .await
}
