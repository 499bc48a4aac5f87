//! Writing down what keys have used. It is bookkeeping and no act of anybody: the portal itself writes it, through `tx`
//! like everything else, and it leaves no event. One statement adds up all keys' counts, whatever requests there were.

use std::time::Duration;

use chrono::{DateTime, Utc};
use entity::{api_token, report_address, token_use};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::{Expr, ExprTrait as _, OnConflict};
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _};
use tokio::sync::watch;
use uuid::Uuid;

use crate::access::Actor;
use crate::clock::london_day;
use crate::error::Result;
use crate::ledger::{Entry, Mark, Used};
use crate::portal::Portal;
use crate::tx::{self, Tx};

/// How often: what other servers have counted is known here no later than this.
const EVERY: Duration = Duration::from_secs(3);
/// Rows in one statement; SQLite takes no more than 32,766 values.
const AT_ONCE: usize = 500;

/// Writes down what is used, every few seconds until `stop`. What is used after that is for a last [`flush`].
pub async fn keep_books(portal: Portal, mut stop: watch::Receiver<bool>) {
    loop {
        tokio::select! {
            () = tokio::time::sleep(EVERY) => {}
            _ = stop.wait_for(|stop| *stop) => return,
        }
        flush(&portal).await;
    }
}

/// Writes down what waits, if anything does. What cannot be written now waits for the next time.
pub async fn flush(portal: &Portal) {
    let takings = portal.ledger.take();
    if takings.used.is_empty() && takings.marks.is_empty() {
        return;
    }
    let written = tx::write(portal, &Actor::System, async |tx| {
        for (mark, at) in &takings.marks {
            write_mark(tx, *mark, *at).await?;
        }
        let mut costs = Vec::new();
        for used in takings.used.chunks(AT_ONCE) {
            costs.extend(add_up(tx, used).await?);
        }
        Ok(costs)
    });
    match written.await {
        Ok(costs) => portal.ledger.settle(takings, &costs, portal.clock.now()),
        Err(error) => {
            tracing::error!(?error, "what tokens used could not be written down");
            portal.ledger.give_back(takings);
        }
    }
}

/// Adds these counts to what is there, whichever server wrote it, and answers the costs that come of it.
async fn add_up(tx: &Tx, used: &[(Entry, Used)]) -> Result<Vec<(Uuid, DateTime<Utc>, i64)>> {
    use token_use::Column;
    let rows = used
        .iter()
        .map(|((token, hour), used)| token_use::ActiveModel {
            token_id: Set(*token),
            hour: Set(*hour),
            day: Set(london_day(*hour)),
            requests: Set(used.requests),
            cost: Set(used.cost),
            refused: Set(used.refused),
        });
    let mut conflict = OnConflict::columns([Column::TokenId, Column::Hour]);
    for column in [Column::Requests, Column::Cost, Column::Refused] {
        let there = Expr::col((token_use::Entity, column));
        conflict.value(column, there.add(Expr::col(("excluded", column))));
    }
    let rows = token_use::Entity::insert_many(rows)
        .on_conflict(conflict)
        .exec_with_returning(tx)
        .await?;
    let costs = rows
        .into_iter()
        .map(|row| (row.token_id, row.hour, row.cost));
    Ok(costs.collect())
}

async fn write_mark(tx: &Tx, mark: Mark, at: DateTime<Utc>) -> Result<()> {
    match mark {
        Mark::Token(id) => {
            api_token::Entity::update_many()
                .col_expr(api_token::Column::LastUsedAt, Expr::value(at))
                .filter(api_token::Column::Id.eq(id))
                .exec(tx)
                .await?
        }
        Mark::Address(id) => {
            report_address::Entity::update_many()
                .col_expr(report_address::Column::LastUsedAt, Expr::value(at))
                .filter(report_address::Column::Id.eq(id))
                .exec(tx)
                .await?
        }
    };
    Ok(())
}
