//! The national school list, read into the portal.
//!
//! The file is read as a stream, some hundred rows to a transaction, so that neither memory nor the lock on the database
//! grows with it. Reading the same file again changes nothing. What administrators know of a school stays.

mod columns;
mod links;
mod records;
mod row;
mod store;

use std::collections::HashMap;
use std::io::BufRead;

use anyhow::Context as _;
use entity::event::Kind;

use crate::access::Actor;
use crate::error::{Error, Result};
use crate::event::{About, record};
use crate::portal::Portal;
use crate::tx;
use columns::Columns;
use records::{Record, Records};
use row::{Listed, NEEDED};

pub use links::{Linked, link};

/// Rows in one transaction: as many as fit into one statement.
const AT_ONCE: usize = 250;

/// What an import tells on its way.
#[derive(Debug)]
pub enum Told<'t> {
    /// So many bytes of the file are done.
    Read(u64),
    /// A row was not taken, and why.
    Rejected {
        line: u64,
        urn: &'t str,
        why: &'t str,
    },
    /// A row was taken, without what could not be read.
    Shortened {
        line: u64,
        urn: &'t str,
        why: &'t str,
    },
}

/// What an import did, in rows of the list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Done {
    pub added: usize,
    pub changed: usize,
    pub unchanged: usize,
    /// Of those that were added or changed: now closed, and not before.
    pub closed: usize,
    /// Taken, but not with all that the row says.
    pub shortened: usize,
    pub rejected: usize,
}

/// Reads the list of schools. What is wrong with single rows is told and counted, and stops nothing.
///
/// # Errors
/// `INVALID_INPUT` for a file that is no list of schools; what was read before an error of the disk or the database stays.
pub async fn import(
    portal: &Portal,
    file: impl BufRead + Send,
    mut tell: impl FnMut(Told<'_>) + Send,
) -> Result<Done> {
    let mut done = Done::default();
    let read = read_all(portal, file, &mut tell, &mut done).await;
    // What was read before an error stays, so it is written down too.
    if done.added + done.changed > 0 {
        let note = format!(
            "{} schools added, {} changed, {} of them closed",
            done.added, done.changed, done.closed
        );
        note_down(portal, note).await?;
    }
    read.map(|()| done)
}

async fn read_all(
    portal: &Portal,
    file: impl BufRead + Send,
    tell: &mut (impl FnMut(Told<'_>) + Send),
    done: &mut Done,
) -> Result<()> {
    let (mut records, columns) = open(file, NEEDED)?;
    let mut lines = HashMap::new();
    let mut rows = Vec::with_capacity(AT_ONCE);
    loop {
        let record = records.next().context("the file cannot be read on")?;
        let is_last = record.is_none();
        if let Some(record) = record {
            rows.extend(take(&columns, record, &mut lines, done, tell));
        }
        if rows.len() == AT_ONCE || is_last {
            let batch = std::mem::take(&mut rows);
            let before = *done;
            *done = tx::write(portal, &Actor::System, async |tx| {
                let mut done = before;
                store::store(tx, batch, &mut done).await?;
                Ok(done)
            })
            .await?;
            tell(Told::Read(records.read));
        }
        if is_last {
            return Ok(());
        }
    }
}

/// The file, with its first line read.
fn open<R: BufRead>(file: R, needed: &[&[&str]]) -> Result<(Records<R>, Columns)> {
    let mut records = Records::new(file);
    let first = records.next().context("the file cannot be read")?;
    let names = first.and_then(|record| record.fields.ok());
    let names = names.ok_or_else(|| Error::field("file", "The file is empty."))?;
    Ok((records, Columns::read(names, needed)?))
}

/// The school in a record, if there is one.
fn take(
    columns: &Columns,
    record: Record,
    lines: &mut HashMap<String, u64>,
    done: &mut Done,
    tell: &mut impl FnMut(Told<'_>),
) -> Option<Listed> {
    let line = record.line;
    let mut without = Vec::new();
    let fields = record.fields.as_deref().unwrap_or_default();
    let urn = columns.row(fields).text("URN").map(row::short);
    let urn = urn.as_deref().unwrap_or_default();
    let read = record
        .fields
        .as_ref()
        .map_err(Clone::clone)
        .and_then(|fields| Listed::read(&columns.row(fields), &mut without));
    let read = read.and_then(|listed| match lines.insert(listed.urn.clone(), line) {
        None => Ok(listed),
        Some(before) => {
            lines.insert(listed.urn, before);
            Err(format!("line {before} has the same URN"))
        }
    });
    match read {
        Ok(listed) => {
            if !without.is_empty() {
                done.shortened += 1;
                let why = format!("taken without {}", without.join(", "));
                tell(Told::Shortened {
                    line,
                    urn,
                    why: &why,
                });
            }
            Some(listed)
        }
        Err(why) => {
            done.rejected += 1;
            tell(Told::Rejected {
                line,
                urn,
                why: &why,
            });
            None
        }
    }
}

async fn note_down(portal: &Portal, note: String) -> Result<()> {
    tx::write(portal, &Actor::System, async |tx| {
        record(tx, Kind::SchoolsImported, About::default(), Some(note)).await
    })
    .await
}
