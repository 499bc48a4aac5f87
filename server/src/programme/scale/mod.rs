//! A fictional programme of any size, to measure on: rows in bulk, where the demo plays its few people through the verbs.
//!
//! The same number gives the same rows, on either database. Its award reminds nobody, so that a worker beside it does not
//! begin with a hundred thousand letters; every letter in it went long ago.

mod dice;
mod enrol;
mod file;
mod hand_in;
mod letters;
mod people;
mod places;
mod rows;
mod schools;
mod starts;
mod tasks;
mod work;

use chrono::NaiveDate;
use entity::programme;
use sea_orm::{ColumnTrait as _, ConnectionTrait as _, EntityTrait as _, QueryFilter as _};

use crate::access::Actor;
use crate::error::{Error, Result};
use crate::portal::Portal;
use crate::{event, tx};
use places::Ground;
use rows::Rows;

/// Participants who are loaded in one transaction: some thirty thousand rows.
const AT_ONCE: usize = 100;

/// What to load.
#[derive(Clone, Copy, Debug)]
pub struct Scale {
    pub participants: usize,
    /// Another number gives other rows.
    pub random: u64,
    /// The day on which the programme stands as it is loaded.
    pub today: NaiveDate,
}

/// Loads the programme and answers whom to sign in as. No other process may be writing.
///
/// # Errors
/// `WRONG_STATE` if there is such a programme already, whole or in part.
pub async fn load(portal: &Portal, scale: &Scale) -> Result<String> {
    refuse_twice(portal).await?;
    while event::seal(portal).await? > 0 {}
    let ground = Ground::lay(scale)?;
    let before = ground.rows();
    store(portal, before).await?;
    for first in (0..scale.participants).step_by(AT_ONCE) {
        let last = (first + AT_ONCE).min(scale.participants);
        let mut rows = Rows::default();
        for number in first..last {
            enrol::enrol(&ground, number, &mut rows);
        }
        store(portal, rows).await?;
        if last.is_multiple_of(10 * AT_ONCE) || last == scale.participants {
            tracing::info!(participants = last, of = scale.participants, "loaded");
        }
    }
    refresh_statistics(portal).await?;
    Ok(ground.invitation())
}

async fn refuse_twice(portal: &Portal) -> Result<()> {
    let known = programme::Entity::find()
        .filter(programme::Column::Code.eq(places::CODE))
        .one(&portal.db.read)
        .await?;
    match known {
        None => Ok(()),
        Some(_) => Err(Error::WrongState(
            "This database has a programme for measuring already, perhaps one that was not loaded to its end. Begin with \
             an empty database."
                .into(),
        )),
    }
}

async fn store(portal: &Portal, rows: Rows) -> Result<()> {
    tx::write(portal, &Actor::System, async |tx| rows.store(tx).await).await
}

/// PostgreSQL looks at new rows by itself, but only some minutes later. SQLite never does, and its portals run without.
async fn refresh_statistics(portal: &Portal) -> Result<()> {
    if portal.db.is_sqlite() {
        return Ok(());
    }
    tx::write(portal, &Actor::System, async |tx| {
        tx.execute_unprepared("ANALYZE").await?;
        Ok(())
    })
    .await
}
