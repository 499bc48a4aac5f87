//! Clearing away what nobody may ask for any more.

use chrono::{DateTime, Utc};
use entity::change::{Column, Entity};
use entity::change_record::{self, Column as Kept};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _, QuerySelect as _,
};

use super::cursor::Place;
use super::order::Ordered;
use super::record::Record;
use crate::access::Actor;
use crate::error::Result;
use crate::portal::Portal;
use crate::tx::{self, Tx};

/// Changes cleared at a time: a batch stays a short transaction.
const BATCH: u64 = 1_000;

/// Clears changes that are older than the configured days, oldest first, and answers how many.
pub async fn clear(portal: &Portal) -> Result<u64> {
    let upto = Record::open(portal).await?.horizon();
    let before = portal.clock.now() - portal.config.changes_kept;
    let mut cleared = 0;
    loop {
        let next = oldest(&portal.db.read, upto, 1).await?;
        if next.iter().all(|(_, _, at)| *at >= before) {
            return Ok(cleared);
        }
        let batch = tx::write(portal, &Actor::System, async |tx| {
            clear_batch(tx, upto, before).await
        });
        match batch.await? {
            0 => return Ok(cleared),
            batch => cleared += batch,
        }
    }
}

/// What is cleared is said in the same transaction: whoever asks for it meanwhile hears that it is gone.
async fn clear_batch(tx: &Tx, upto: Place, before: DateTime<Utc>) -> Result<u64> {
    // Another worker that clears has to be waited for.
    let record = change_record::Entity::find()
        .lock_exclusive()
        .one(tx)
        .await?;
    let batch = oldest(tx, upto, BATCH).await?;
    let old: Vec<_> = batch.iter().take_while(|(_, _, at)| *at < before).collect();
    let (Some(record), Some((xid, position, _))) = (record, old.last()) else {
        return Ok(0);
    };
    change_record::Entity::update_many()
        .col_expr(Kept::ClearedXid, Expr::value(*xid))
        .col_expr(Kept::ClearedPosition, Expr::value(*position))
        .filter(Kept::Id.eq(record.id))
        .exec(tx)
        .await?;
    let place = Place {
        xid: *xid,
        position: *position,
    };
    let cleared = Entity::delete_many()
        .filter(Ordered(tx.get_database_backend()).upto(place))
        .exec(tx)
        .await?;
    Ok(cleared.rows_affected)
}

async fn oldest(
    db: &impl ConnectionTrait,
    upto: Place,
    limit: u64,
) -> Result<Vec<(i64, i64, DateTime<Utc>)>> {
    let order = Ordered(db.get_database_backend());
    let changes = Entity::find()
        .select_only()
        .columns([Column::Xid, Column::Position, Column::At])
        .filter(order.upto(upto));
    Ok(order
        .sort(changes)
        .limit(limit)
        .into_tuple()
        .all(db)
        .await?)
}
