//! Which school came after which: the list's file of links.

use std::collections::{HashMap, HashSet};
use std::io::BufRead;

use anyhow::Context as _;
use entity::{school, school_link};
use sea_orm::sea_query::OnConflict;
use sea_orm::{EntityTrait as _, IntoActiveModel as _, QueryFilter as _, QuerySelect as _};
use uuid::Uuid;

use super::columns::Columns;
use super::records::Record;
use super::row::{number_of, short};
use super::{AT_ONCE, Told, note_down, open};
use crate::access::Actor;
use crate::error::Result;
use crate::portal::Portal;
use crate::reading::{any_of, any_text};
use crate::tx::{self, Tx};

const NEEDED: &[&[&str]] = &[&["URN"], &["LinkURN"], &["LinkType"]];

/// What reading the links did, in rows of the file. The file tells most links twice, once from either end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Linked {
    pub added: usize,
    pub unchanged: usize,
    /// Of a kind that tells of no successor, such as a sixth form that two schools share.
    pub other: usize,
    pub rejected: usize,
}

/// A row: one number came after another.
struct Pair {
    line: u64,
    predecessor: String,
    successor: String,
}

/// Reads the links between schools, which have to be known. Links that the portal has are never taken away.
///
/// # Errors
/// `INVALID_INPUT` for a file that is none of links.
pub async fn link(
    portal: &Portal,
    file: impl BufRead + Send,
    mut tell: impl FnMut(Told<'_>) + Send,
) -> Result<Linked> {
    let (mut records, columns) = open(file, NEEDED)?;
    let mut done = Linked::default();
    let mut pairs = Vec::with_capacity(AT_ONCE);
    loop {
        let record = records.next().context("the file cannot be read on")?;
        let is_last = record.is_none();
        if let Some(record) = record {
            let line = record.line;
            match pair(&columns, record) {
                Ok(Some(pair)) => pairs.push(pair),
                Ok(None) => done.other += 1,
                Err((urn, why)) => reject(&mut done, &mut tell, line, &urn, &why),
            }
        }
        if pairs.len() == AT_ONCE || is_last {
            let batch = std::mem::take(&mut pairs);
            let (added, unchanged, unknown) =
                tx::write(portal, &Actor::System, async |tx| store(tx, &batch).await).await?;
            done.added += added;
            done.unchanged += unchanged;
            for (line, urn) in unknown {
                reject(&mut done, &mut tell, line, &urn, "no school has this URN");
            }
            tell(Told::Read(records.read));
        }
        if is_last {
            break;
        }
    }
    if done.added > 0 {
        note_down(
            portal,
            format!("{} successors of schools added", done.added),
        )
        .await?;
    }
    Ok(done)
}

fn reject(done: &mut Linked, tell: &mut impl FnMut(Told<'_>), line: u64, urn: &str, why: &str) {
    done.rejected += 1;
    tell(Told::Rejected { line, urn, why });
}

/// Who came after whom in a row; none for links of other kinds.
fn pair(columns: &Columns, record: Record) -> Result<Option<Pair>, (String, String)> {
    let fields = record.fields.map_err(|why| (String::new(), why))?;
    let row = columns.row(&fields);
    let urn = row.text("URN").map(short).unwrap_or_default();
    let (own, other) = number_of(row.text("URN"))
        .and_then(|own| Ok((own, number_of(row.text("LinkURN"))?)))
        .map_err(|why| (urn.clone(), why))?;
    if own == other {
        return Err((urn, "the school is linked with itself".into()));
    }
    let kind = row.text("LinkType").unwrap_or_default().to_lowercase();
    let (predecessor, successor) = if kind.starts_with("successor") {
        (own, other)
    } else if kind.starts_with("predecessor") {
        (other, own)
    } else {
        return Ok(None);
    };
    Ok(Some(Pair {
        line: record.line,
        predecessor,
        successor,
    }))
}

/// Answers how many links are new and how many were known, and the numbers that no school has.
async fn store(tx: &Tx, pairs: &[Pair]) -> Result<(usize, usize, Vec<(u64, String)>)> {
    let ids = ids(tx, pairs).await?;
    let mut links = HashSet::new();
    let (mut unknown, mut read) = (Vec::new(), 0);
    for pair in pairs {
        match (ids.get(&pair.predecessor), ids.get(&pair.successor)) {
            (Some(predecessor), Some(successor)) => {
                read += 1;
                links.insert((*predecessor, *successor));
            }
            (None, _) => unknown.push((pair.line, pair.predecessor.clone())),
            (_, None) => unknown.push((pair.line, pair.successor.clone())),
        }
    }
    let predecessors: Vec<Uuid> = links.iter().map(|(predecessor, _)| *predecessor).collect();
    let known = school_link::Entity::find()
        .filter(any_of(
            tx,
            school_link::Column::PredecessorId,
            &predecessors,
        ))
        .all(tx)
        .await?;
    for link in known {
        links.remove(&(link.predecessor_id, link.successor_id));
    }
    let added = links.len();
    if added > 0 {
        let rows = links.into_iter().map(|(predecessor_id, successor_id)| {
            school_link::Model {
                predecessor_id,
                successor_id,
            }
            .into_active_model()
        });
        school_link::Entity::insert_many(rows)
            .on_conflict(OnConflict::new().do_nothing().to_owned())
            .exec_without_returning(tx)
            .await?;
    }
    Ok((added, read - added, unknown))
}

async fn ids(tx: &Tx, pairs: &[Pair]) -> Result<HashMap<String, Uuid>> {
    let numbers = pairs
        .iter()
        .flat_map(|pair| [pair.predecessor.clone(), pair.successor.clone()]);
    let rows: Vec<(String, Uuid)> = school::Entity::find()
        .select_only()
        .columns([school::Column::Urn, school::Column::Id])
        .filter(any_text(tx, school::Column::Urn, numbers))
        .into_tuple()
        .all(tx)
        .await?;
    Ok(rows.into_iter().collect())
}
