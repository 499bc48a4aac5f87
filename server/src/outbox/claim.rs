//! Taking letters out of the outbox so that no other worker takes them too, and putting down what became of them.

use chrono::{DateTime, Duration, Utc};
use entity::letter::{self, Column, Entity, State};
use entity::{event, mentor};
use sea_orm::sea_query::{Expr, ExprTrait, LockBehavior, LockType};
use sea_orm::{
    ColumnTrait as _, Condition, EntityTrait as _, QueryFilter as _, QueryOrder as _,
    QuerySelect as _, Select,
};

use super::queue::pause;
use super::{Outcome, Step, next};
use crate::access::Actor;
use crate::error::Result;
use crate::event::record;
use crate::portal::Portal;
use crate::tx;

/// Letters taken at a time.
const BATCH: u64 = 20;
/// A worker that died gives its letters back after this many minutes.
const CLAIM_MINUTES: i64 = 5;
/// After this many tries, over about two days, a letter counts as refused.
const MAX_ATTEMPTS: i32 = 14;

/// Takes the letters that are due. An idle look does not ask for the right to write.
pub async fn claim(portal: &Portal) -> Result<Vec<letter::Model>> {
    if due(portal.clock.now())
        .limit(1)
        .one(&portal.db.read)
        .await?
        .is_none()
    {
        return Ok(Vec::new());
    }
    tx::write(portal, &Actor::System, async |tx| {
        let mut due = due(tx.now)
            .order_by_asc(Column::SendAfter)
            .limit(BATCH)
            .lock_with_behavior(LockType::Update, LockBehavior::SkipLocked)
            .all(tx)
            .await?;
        let until = tx.now + Duration::minutes(CLAIM_MINUTES);
        Entity::update_many()
            .col_expr(Column::ClaimedUntil, Expr::value(until))
            .col_expr(
                Column::Attempts,
                ExprTrait::add(Expr::col(Column::Attempts), 1),
            )
            .filter(Column::Id.is_in(due.iter().map(|letter| letter.id)))
            .exec(tx)
            .await?;
        for letter in &mut due {
            letter.attempts += 1;
        }
        Ok(due)
    })
    .await
}

fn due(now: DateTime<Utc>) -> Select<Entity> {
    let free = Condition::any()
        .add(Column::ClaimedUntil.is_null())
        .add(Column::ClaimedUntil.lt(now));
    Entity::find()
        .filter(Column::State.eq(State::Queued))
        .filter(Column::SendAfter.lte(now))
        .filter(free)
}

/// Puts down what became of a letter, unless somebody else has meanwhile.
pub async fn settle(portal: &Portal, letter: &letter::Model, outcome: Outcome) -> Result<()> {
    tx::write(portal, &Actor::System, async |tx| {
        let (step, error) = match outcome {
            Outcome::Taken => (Step::Send, None),
            Outcome::NotNeeded => (Step::Cancel, None),
            Outcome::Refused(why) => (Step::Fail, Some(why)),
            Outcome::Later(why) if letter.attempts >= MAX_ATTEMPTS => (Step::Fail, Some(why)),
            Outcome::Later(why) => return postpone(tx, letter, why).await,
        };
        let Some(state) = next(State::Queued, step) else {
            return Ok(());
        };
        let mut change = Entity::update_many()
            .col_expr(Column::State, Expr::value(state))
            .col_expr(Column::LastError, Expr::value(error.clone()))
            .col_expr(
                Column::ClaimedUntil,
                Expr::value(Option::<DateTime<Utc>>::None),
            );
        if step == Step::Send {
            change = change.col_expr(Column::SentAt, Expr::value(tx.now));
        }
        let changed = change
            .filter(Column::Id.eq(letter.id))
            .filter(Column::State.eq(State::Queued))
            .exec(tx)
            .await?
            .rows_affected;
        if changed == 0 {
            return Ok(());
        }
        match step {
            Step::Send => {
                note_delivery(tx, letter, None).await?;
                record(tx, event::Kind::LetterSent, letter, None).await
            }
            Step::Fail => {
                note_delivery(tx, letter, Some(tx.now)).await?;
                record(tx, event::Kind::LetterFailed, letter, error).await
            }
            Step::Cancel | Step::Retry => Ok(()),
        }
    })
    .await
}

async fn postpone(tx: &tx::Tx, letter: &letter::Model, why: String) -> Result<()> {
    Entity::update_many()
        .col_expr(Column::SendAfter, Expr::value(tx.now + pause(letter)))
        .col_expr(
            Column::ClaimedUntil,
            Expr::value(Option::<DateTime<Utc>>::None),
        )
        .col_expr(Column::LastError, Expr::value(why))
        .filter(Column::Id.eq(letter.id))
        .filter(Column::State.eq(State::Queued))
        .exec(tx)
        .await?;
    Ok(())
}

/// A mentor whose address refuses letters is marked, and the mark goes when a letter gets through.
async fn note_delivery(
    tx: &tx::Tx,
    letter: &letter::Model,
    bounced_at: Option<DateTime<Utc>>,
) -> Result<()> {
    let Some(mentor_id) = letter.mentor_id else {
        return Ok(());
    };
    mentor::Entity::update_many()
        .col_expr(mentor::Column::BouncedAt, Expr::value(bounced_at))
        .filter(mentor::Column::Id.eq(mentor_id))
        .exec(tx)
        .await?;
    Ok(())
}

/// How a letter is doing.
///
/// # Errors
/// `NOT_FOUND` if there is no such letter.
pub async fn look(portal: &Portal, id: uuid::Uuid) -> Result<letter::Model> {
    Entity::find_by_id(id)
        .one(&portal.db.read)
        .await?
        .ok_or(crate::error::Error::NotFound("letter"))
}
