//! A report as CSV (RFC 4180), written while it is read.
//!
//! Without a byte order mark unless one is asked for: programs read CSV, and many take the mark for a part of the first
//! column's name. People who open files in Excel have the spreadsheet.

use std::io::Error;

use futures_util::{Stream, stream};
use tokio::sync::mpsc;
use tokio::time::{Instant, timeout_at};

use super::Rows;
use super::lines::Lines;
use super::stream::LONGEST;
use crate::error::Result;

/// Pieces that are ready before somebody takes them.
const AHEAD: usize = 2;

const MARK: &[u8] = "\u{feff}".as_bytes();

/// A file under way.
enum Piece {
    Bytes(Vec<u8>),
    /// Nothing is missing.
    End,
}

/// The file in pieces. A file that could not be finished takes its connection along, so that nobody takes it for a whole
/// one. An error would not do that: poem asks a connection that has failed once more, and hyper then ends the body as if
/// all of it had been there.
pub fn csv(rows: Rows, with_mark: bool) -> impl Stream<Item = Result<Vec<u8>, Error>> + Send {
    let (sender, receiver) = mpsc::channel(AHEAD);
    tokio::spawn(async move {
        let report = rows.plan.report.name;
        let ends = Instant::now() + LONGEST;
        match timeout_at(ends, write(rows, with_mark, &sender)).await {
            Ok(Ok(())) => {}
            Ok(Err(error)) => tracing::error!(report, ?error, "a file could not be finished"),
            Err(_) => tracing::warn!(report, "a file was taken too slowly"),
        }
    });
    stream::unfold(Some(receiver), |receiver| async {
        let mut receiver = receiver?;
        match receiver.recv().await {
            Some(Piece::Bytes(bytes)) => Some((Ok(bytes), Some(receiver))),
            Some(Piece::End) => None,
            None => std::panic::resume_unwind(Box::new("the file could not be finished")),
        }
    })
}

/// Writes everything. Whoever stops listening ends it early.
async fn write(mut rows: Rows, with_mark: bool, sender: &mpsc::Sender<Piece>) -> Result<()> {
    let mut lines = Lines::new(if with_mark { MARK } else { &[] });
    for column in rows.plan.columns() {
        lines.field(column.name.as_bytes())?;
    }
    lines.end()?;
    while let Some(row) = rows.next().await? {
        for value in rows.plan.values(&row) {
            lines.value(&value?)?;
        }
        lines.end()?;
        if lines.is_full() && sender.send(Piece::Bytes(lines.take()?)).await.is_err() {
            return Ok(());
        }
    }
    if sender.send(Piece::Bytes(lines.take()?)).await.is_ok() {
        // Whether anybody hears that nothing is missing is their business.
        drop(sender.send(Piece::End).await);
    }
    Ok(())
}
