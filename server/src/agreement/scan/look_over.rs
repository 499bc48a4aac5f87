//! Having the scanner look at what was sent, before anybody else does.

use entity::agreement_scan::{Column, Entity, Model, Source, State};
use entity::{agreement_scan_file, event};
use sea_orm::ActiveValue::Set;
use sea_orm::{
    ActiveModelTrait as _, ColumnTrait as _, EntityTrait as _, IntoActiveModel as _,
    QueryFilter as _, QueryOrder as _, QuerySelect as _,
};

use super::accept::asked;
use super::life::{Step, advance, wait};
use super::reject::ask_again;
use crate::access::{self, Actor, CheckScan};
use crate::error::Result;
use crate::event::record;
use crate::portal::Portal;
use crate::tx::{self, Tx};
use crate::upload::{Verdict, look_at};

/// Files that one round looks at: others have their turn too.
const AT_A_TIME: u64 = 5;

/// Looks at what waits for the scanner, and answers how many are settled. What it could not say anything of comes again,
/// after all others.
pub async fn look_over(portal: &Portal) -> Result<usize> {
    let waiting = Entity::find()
        .filter(Column::State.eq(State::Checking))
        .order_by_asc(Column::Tries)
        .order_by_asc(Column::SentAt)
        .limit(AT_A_TIME)
        .all(&portal.db.read)
        .await?;
    let mut settled = 0;
    for scan in waiting {
        let file = agreement_scan_file::Entity::find_by_id(scan.id);
        // It may have ended meanwhile.
        let Some(file) = file.one(&portal.db.read).await? else {
            continue;
        };
        let verdict = match &portal.config.upload_scanner {
            Some(scanner) => look_at(scanner, &file.content).await,
            // There was one when it was sent.
            None => Verdict::Clean,
        };
        if let Verdict::Unsure(why) = &verdict {
            tracing::warn!(scan = %scan.id, why, "a file could not be scanned, and stays unseen");
        }
        settled += usize::from(settle(portal, &scan, &verdict).await?);
    }
    Ok(settled)
}

async fn settle(portal: &Portal, scan: &Model, verdict: &Verdict) -> Result<bool> {
    tx::write(portal, &Actor::System, async |tx| {
        let scan = access::load::<CheckScan>(tx, scan.id).await?.into_row();
        if scan.state != State::Checking {
            return Ok(false);
        }
        match verdict {
            Verdict::Clean => {
                advance(tx, scan, Step::Clear, |_| {}).await?;
            }
            Verdict::Infected => remove(tx, scan).await?,
            Verdict::Unsure(_) => {
                let tries = scan.tries + 1;
                let mut row = scan.into_active_model();
                row.tries = Set(tries);
                row.update(tx).await?;
                return Ok(false);
            }
        }
        Ok(true)
    })
    .await
}

/// Whoever sent it hears of it: by letter, or on the application's page.
async fn remove(tx: &Tx, scan: Model) -> Result<()> {
    let asked = asked(tx, scan.agreement_id).await?;
    let (source, now) = (scan.source, tx.now);
    let scan = advance(tx, scan, Step::Infect, |row| {
        row.decided_at = Set(Some(now))
    })
    .await?;
    let note = Some(scan.sha256);
    record(tx, event::Kind::AgreementScanInfected, &asked, note).await?;
    match source {
        Source::Signatory => ask_again(tx, asked).await.map(drop),
        Source::Office => wait(tx, asked.id, false).await,
    }
}
