//! Reading what changed.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use entity::change::{Column, Entity, Thing};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait as _, EntityTrait as _, FromQueryResult, QueryFilter as _,
    QuerySelect as _,
};
use uuid::Uuid;

use super::cursor::{Cursor, Place, Things};
use super::order::Ordered;
use super::record::Record;
use crate::access::changed;
use crate::error::{Error, Result};
use crate::portal::Portal;
use crate::reading::Reader;

/// Changes looked at for each that is told: a thing that changed often is told once.
const LOOKED_AT: u64 = 4;

/// What changed since a cursor.
#[derive(Clone, Debug)]
pub struct News {
    /// From here it goes on.
    pub cursor: String,
    pub has_more: bool,
    pub changes: Vec<Changed>,
}

/// One thing that changed, or is gone for whoever asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    pub thing: Thing,
    pub id: Uuid,
    /// When it last did.
    pub at: DateTime<Utc>,
    pub removed: bool,
}

#[derive(FromQueryResult)]
struct Row {
    xid: i64,
    position: i64,
    thing: Thing,
    row_id: Uuid,
    at: DateTime<Utc>,
    is_there: bool,
}

/// What changed of these things after `since`, at most `first` of them. Without `since`, nothing but the cursor of now.
///
/// # Errors
/// `INVALID_INPUT` for a cursor that is none or knows nothing of a wanted thing; `CURSOR_TOO_OLD` where the changes were
/// cleared away, the database is another, or the reader's view is.
pub async fn news(
    portal: &Portal,
    reader: &Reader,
    since: Option<&str>,
    first: u64,
    things: &[Thing],
) -> Result<News> {
    let record = Record::open(portal).await?;
    let now = Cursor {
        view: record.view(reader).await?,
        things: Things::of(things),
        place: record.horizon(),
    };
    let Some(since) = since else {
        return Ok(News {
            cursor: now.seal(&portal.keys)?,
            has_more: false,
            changes: Vec::new(),
        });
    };
    let since = Cursor::unseal(&portal.keys, since).ok_or_else(|| {
        Error::field(
            "since",
            "This cursor did not come from here. Begin without one.",
        )
    })?;
    if since.view != now.view || since.place < record.cleared() || since.place > now.place {
        let cursor = now.seal(&portal.keys)?;
        return Err(Error::CursorTooOld { cursor });
    }
    if !now.things.all_in(since.things) {
        return Err(Error::field(
            "things",
            "This cursor was given for fewer things. Begin without one, and name all that you follow.",
        ));
    }
    let rows = rows(reader, since.place, now.place, first, things).await?;
    let (changes, upto) = collapse(rows, first);
    let cursor = match (upto, changes.is_empty()) {
        (Upto::End, _) => now,
        (Upto::Place(place), false) => Cursor { place, ..now },
        (Upto::Place(_), true) => Cursor {
            place: since.place,
            ..now
        },
    };
    Ok(News {
        cursor: cursor.seal(&portal.keys)?,
        has_more: upto != Upto::End,
        changes,
    })
}

async fn rows(
    reader: &Reader,
    after: Place,
    upto: Place,
    first: u64,
    things: &[Thing],
) -> Result<Vec<Row>> {
    let order = Ordered(reader.db.get_database_backend());
    let select = Entity::find()
        .select_only()
        .columns([
            Column::Xid,
            Column::Position,
            Column::Thing,
            Column::RowId,
            Column::At,
        ])
        .expr_as(changed::is_there(&reader.actor), "is_there")
        .filter(changed::told(&reader.actor))
        .filter(Column::Thing.is_in(things.iter().copied()))
        .filter(order.after(after))
        .filter(order.upto(upto));
    let rows = order
        .sort(select)
        .limit(first * LOOKED_AT + 1)
        .into_model::<Row>()
        .all(&reader.db)
        .await?;
    Ok(rows)
}

/// How far the rows were told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Upto {
    /// All of them, and there are no more.
    End,
    Place(Place),
}

/// Each thing once, as many as are wanted, and how far that goes.
fn collapse(rows: Vec<Row>, first: u64) -> (Vec<Changed>, Upto) {
    let (most, first) = (first * LOOKED_AT, usize::try_from(first).unwrap_or(0));
    let most = usize::try_from(most).unwrap_or(0);
    let has_more = rows.len() > most;
    let mut upto = Place {
        xid: 0,
        position: 0,
    };
    let mut changes: Vec<Changed> = Vec::new();
    let mut known: HashMap<(Thing, Uuid), usize> = HashMap::new();
    for row in rows.into_iter().take(most) {
        match known.get(&(row.thing, row.row_id)) {
            Some(known) => changes[*known].at = row.at,
            None if changes.len() == first => return (changes, Upto::Place(upto)),
            None => {
                known.insert((row.thing, row.row_id), changes.len());
                changes.push(Changed {
                    thing: row.thing,
                    id: row.row_id,
                    at: row.at,
                    removed: !row.is_there,
                });
            }
        }
        upto = Place {
            xid: row.xid,
            position: row.position,
        };
    }
    match has_more {
        true => (changes, Upto::Place(upto)),
        false => (changes, Upto::End),
    }
}
