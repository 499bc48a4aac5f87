//! A report as a spreadsheet. A spreadsheet is an archive whose directory stands at its end, so it is made whole on the
//! disk before it is sent: row by row, none is kept.

use std::fs::File;
use std::io::Seek as _;

use chrono::Datelike as _;
use rust_xlsxwriter::{Format, Workbook, Worksheet, XlsxError};
use tokio::sync::mpsc;

use super::{Column, Kind, Rows, Value};
use crate::error::Result;

/// Rows that go to the writer at once.
const BATCH: usize = 256;
/// Rows that a sheet can hold, with its header.
const SHEET: u32 = 1_048_576;
/// Characters that a cell can hold.
const CELL: usize = 32_767;

type Row = Vec<Value<'static>>;

/// Makes the file, which is gone when it is closed.
///
/// # Errors
/// That the database stopped answering, or that the disk is full.
pub async fn xlsx(mut rows: Rows) -> Result<File> {
    let (sender, receiver) = mpsc::channel(2);
    let columns: Vec<&'static Column> = rows.plan.columns().collect();
    let writer = tokio::task::spawn_blocking(move || write(&columns, receiver));
    let mut batch: Vec<Row> = Vec::with_capacity(BATCH);
    while let Some(row) = rows.next().await? {
        let values = rows.plan.values(&row);
        batch.push(
            values
                .map(|value| Ok(value?.into_owned()))
                .collect::<Result<_>>()?,
        );
        if batch.len() == BATCH {
            let full = std::mem::replace(&mut batch, Vec::with_capacity(BATCH));
            if sender.send(full).await.is_err() {
                break;
            }
        }
    }
    // A writer that is gone says why below.
    drop(sender.send(batch).await);
    drop(sender);
    Ok(writer.await.map_err(anyhow::Error::from)??)
}

fn write(columns: &[&'static Column], mut rows: mpsc::Receiver<Vec<Row>>) -> anyhow::Result<File> {
    let mut book = Workbook::new();
    let looks = Looks::new();
    let mut sheets = 1;
    let mut sheet = begin(&mut book, columns, &looks, sheets)?;
    let mut at = 1;
    while let Some(batch) = rows.blocking_recv() {
        for row in batch {
            if at == SHEET {
                sheets += 1;
                sheet = begin(&mut book, columns, &looks, sheets)?;
                at = 1;
            }
            for (column, value) in (0..).zip(&row) {
                put(sheet, at, column, value, &looks)?;
            }
            at += 1;
        }
    }
    describe(&mut book, columns, &looks)?;
    let mut file = tempfile::tempfile()?;
    book.save_to_writer(&mut file)?;
    file.rewind()?;
    Ok(file)
}

/// How cells look.
struct Looks {
    header: Format,
    day: Format,
    moment: Format,
    wrapped: Format,
}

impl Looks {
    fn new() -> Self {
        Self {
            header: Format::new().set_bold(),
            day: Format::new().set_num_format("yyyy-mm-dd"),
            moment: Format::new().set_num_format("yyyy-mm-dd hh:mm:ss"),
            wrapped: Format::new().set_text_wrap(),
        }
    }
}

/// A sheet with its header, which stays in sight.
fn begin<'b>(
    book: &'b mut Workbook,
    columns: &[&'static Column],
    looks: &Looks,
    number: u32,
) -> Result<&'b mut Worksheet, XlsxError> {
    let name = match number {
        1 => "Rows".to_owned(),
        _ => format!("Rows {number}"),
    };
    let sheet = book.add_worksheet_with_constant_memory()?;
    sheet.set_name(name)?;
    sheet.set_freeze_panes(1, 0)?;
    for (at, column) in (0..).zip(columns) {
        let title = u32::try_from(column.title.chars().count()).unwrap_or_default();
        sheet.set_column_width(at, width(column.kind).max(f64::from(title) + 2.0))?;
    }
    for (at, column) in (0..).zip(columns) {
        sheet.write_string_with_format(0, at, column.title, &looks.header)?;
    }
    Ok(sheet)
}

fn put(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    value: &Value<'_>,
    looks: &Looks,
) -> Result<(), XlsxError> {
    match value {
        Value::Nothing => return Ok(()),
        Value::Text(text) | Value::Word(text) => sheet.write_string(row, column, fitting(text))?,
        Value::Id(id) => sheet.write_string(row, column, id.to_string())?,
        // Whole numbers of ours are counts; none comes near 2^53.
        Value::Whole(number) => sheet.write_number(row, column, *number as f64)?,
        Value::Decimal(number) => sheet.write_number(row, column, *number)?,
        Value::Flag(flag) => sheet.write_boolean(row, column, *flag)?,
        Value::Day(day) if day.year() >= 1900 => {
            sheet.write_datetime_with_format(row, column, day, &looks.day)?
        }
        // Before the year in which a spreadsheet's calendar begins.
        Value::Day(day) => sheet.write_string(row, column, day.to_string())?,
        Value::Moment(at) => {
            sheet.write_datetime_with_format(row, column, at.naive_utc(), &looks.moment)?
        }
    };
    Ok(())
}

/// As much of the text as a cell can hold.
fn fitting(text: &str) -> &str {
    match text.char_indices().nth(CELL) {
        Some((end, _)) => &text[..end],
        None => text,
    }
}

/// What the columns mean, on a sheet of its own.
fn describe(
    book: &mut Workbook,
    columns: &[&'static Column],
    looks: &Looks,
) -> Result<(), XlsxError> {
    let sheet = book.add_worksheet();
    sheet.set_name("Columns")?;
    sheet.set_freeze_panes(1, 0)?;
    for (at, (title, width)) in (0..).zip([
        ("Column", 24.0),
        ("Name", 24.0),
        ("Kind", 14.0),
        ("Meaning", 90.0),
    ]) {
        sheet.set_column_width(at, width)?;
        sheet.write_string_with_format(0, at, title, &looks.header)?;
    }
    for (row, column) in (1..).zip(columns) {
        sheet.write_string(row, 0, column.title)?;
        sheet.write_string(row, 1, column.name)?;
        sheet.write_string(row, 2, column.kind.told())?;
        sheet.write_string_with_format(row, 3, column.about, &looks.wrapped)?;
    }
    Ok(())
}

fn width(kind: Kind) -> f64 {
    match kind {
        Kind::Id => 38.0,
        Kind::Text => 26.0,
        Kind::Word(_) => 16.0,
        Kind::Moment => 20.0,
        Kind::Day => 12.0,
        Kind::Whole | Kind::Decimal | Kind::Flag => 10.0,
    }
}
