//! One round of reminders.

use std::collections::HashMap;

use chrono::{DateTime, Duration, Utc};
use entity::award;
use entity::award::Limits;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait as _, Condition, DatabaseConnection, EntityTrait, QueryFilter as _,
    QueryOrder as _, QuerySelect as _,
};
use uuid::Uuid;

use super::Asked;
use crate::access::{self, Action, Actor, Guarded};
use crate::clock::considerate;
use crate::error::Result;
use crate::portal::Portal;
use crate::programme::Calendar;
use crate::reading::any_of;
use crate::tx::{self, Tx};

/// Looked at at a time.
const BATCH: usize = 100;

/// Something that waits for the answer to a letter.
pub trait Chased: Guarded {
    /// What the portal has to be permitted for it.
    type Chase: Action<On = Self>;
    /// Which rows wait, as it stands in the indexes: a parameter would hide from SQLite that they fit.
    const WAITING: &'static str;
    const ASKED_AT: Self::Column;
    const REMINDERS: Self::Column;
    const NOTICES: Self::Column;
    const LETTER_ID: Self::Column;
    /// How long it has waited; none where it waits no longer.
    fn asked(row: &Self::Model) -> Option<Asked>;
    /// The numbers and terms that it goes by, by the row's id, in as many statements for one row as for many.
    fn calendars(
        db: &DatabaseConnection,
        rows: &[Self::Model],
    ) -> impl Future<Output = Result<HashMap<Uuid, Calendar>>> + Send;
    /// Writes to whoever is asked; answers the letter's id.
    fn remind(tx: &Tx, row: &Self::Model) -> impl Future<Output = Result<Uuid>> + Send;
    /// Writes to whoever waits for the answer.
    fn tell(tx: &Tx, row: &Self::Model) -> impl Future<Output = Result<()>> + Send;
}

/// Looks at what may be due and writes what is. Answers how many letters that were.
pub async fn chase<C: Chased>(portal: &Portal) -> Result<usize> {
    // At night and on Sundays nothing goes, in no term.
    let now = portal.clock.now();
    if considerate(now, &[]) > now {
        return Ok(0);
    }
    // Without an order: for one by the key PostgreSQL walks through everything that ever waited. Among 400,000 requests,
    // 40,000 of which wait, 2,000 are found in 12 ms by the two indexes, and the first 100 by the key in 98 ms.
    let due: Vec<Uuid> = C::find()
        .select_only()
        .column(C::ID)
        .filter(may_be_due::<C>(&portal.db.read, now).await?)
        .into_tuple()
        .all(&portal.db.read)
        .await?;
    let mut written = 0;
    for ids in due.chunks(BATCH) {
        let batch: Vec<C::Model> = C::find()
            .filter(any_of(&portal.db.read, C::ID, ids))
            .order_by_asc(C::ID)
            .all(&portal.db.read)
            .await?;
        let calendars = C::calendars(&portal.db.read, &batch).await?;
        for row in &batch {
            let (Some(asked), Some(calendar)) = (C::asked(row), calendars.get(&C::id_of(row)))
            else {
                continue;
            };
            let (limits, terms) = calendar;
            if asked.due(limits, terms, portal.clock.now()).letters() > 0 {
                written += chase_one::<C>(portal, C::id_of(row), calendar).await?;
            }
        }
    }
    Ok(written)
}

/// The rows that have waited for as many days as the next letter about them takes under any award. Those that had their
/// last letter, and those that are young, are not even looked at.
async fn may_be_due<C: Chased>(db: &DatabaseConnection, now: DateTime<Utc>) -> Result<Condition> {
    let awards = award::Entity::find().all(db).await?;
    let least = |of: fn(&Limits) -> &[u32]| {
        let days: Vec<_> = awards.iter().map(|award| of(&award.limits)).collect();
        let most = days.iter().map(|days| days.len()).max().unwrap_or(0);
        (0..most).filter_map(move |at| days.iter().filter_map(|days| days.get(at)).min().copied())
    };
    // An hour less, for the change of clocks.
    let waited = |days: u32| now - Duration::days(days.into()) + Duration::hours(1);
    let mut any = Condition::any().add(Expr::cust("1 = 0"));
    for (done, days) in (0_i32..).zip(least(|limits| &limits.mentor_reminder_days)) {
        any = any.add(written_and_waited::<C>(C::REMINDERS, done, waited(days)));
    }
    for (done, days) in (0_i32..).zip(least(|limits| &limits.participant_notice_days)) {
        any = any.add(written_and_waited::<C>(C::NOTICES, done, waited(days)));
    }
    Ok(Condition::all().add(Expr::cust(C::WAITING)).add(any))
}

fn written_and_waited<C: Chased>(
    written: C::Column,
    done: i32,
    asked_by: DateTime<Utc>,
) -> Condition {
    Condition::all()
        .add(written.eq(done))
        .add(C::ASKED_AT.lte(asked_by))
}

async fn chase_one<C: Chased>(portal: &Portal, id: Uuid, calendar: &Calendar) -> Result<usize> {
    tx::write(portal, &Actor::System, async |tx| {
        let row = access::load::<C::Chase>(tx, id).await?.into_row();
        // Another worker may have been here, or the answer may have come, between the look and the lock.
        let Some(asked) = C::asked(&row) else {
            return Ok(0);
        };
        let (limits, terms) = calendar;
        let due = asked.due(limits, terms, tx.now);
        if due.letters() == 0 {
            return Ok(0);
        }
        let mut change = C::update_many();
        if let Some(reminders) = due.reminder {
            let letter_id = C::remind(tx, &row).await?;
            change = change
                .col_expr(C::REMINDERS, Expr::value(reminders))
                .col_expr(C::LETTER_ID, Expr::value(letter_id));
        }
        if let Some(notices) = due.notice {
            C::tell(tx, &row).await?;
            change = change.col_expr(C::NOTICES, Expr::value(notices));
        }
        change.filter(C::ID.eq(id)).exec(tx).await?;
        Ok(due.letters())
    })
    .await
}
