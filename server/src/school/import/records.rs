//! The records of a CSV file, one by one, whatever its bytes: a record that cannot be read costs no other.

use std::collections::VecDeque;
use std::io::{self, BufRead};

use encoding_rs::WINDOWS_1252;

/// Lines of one record at most. A quotation mark that is never closed would otherwise swallow the rest of the file.
const LINES: usize = 20;

/// A file that is read record by record.
pub struct Records<R> {
    from: R,
    /// The number of the line that was read last, from 1.
    line: u64,
    /// Lines that turned out not to belong to the record before.
    ahead: VecDeque<(u64, Vec<u8>)>,
    /// Fields of a record: as many as the first one has.
    columns: Option<usize>,
    /// Bytes that were read.
    pub read: u64,
}

/// A record with the number of its first line.
pub struct Record {
    pub line: u64,
    /// Its fields, or why it has none.
    pub fields: Result<Vec<String>, String>,
}

impl<R: BufRead> Records<R> {
    pub fn new(from: R) -> Self {
        Self {
            from,
            line: 0,
            ahead: VecDeque::new(),
            columns: None,
            read: 0,
        }
    }

    /// The next record; blank lines are none.
    pub fn next(&mut self) -> io::Result<Option<Record>> {
        loop {
            let Some((line, bytes)) = self.line()? else {
                return Ok(None);
            };
            if bytes.iter().all(u8::is_ascii_whitespace) {
                continue;
            }
            let fields = self.fields(bytes)?;
            if let (None, Ok(fields)) = (self.columns, &fields) {
                self.columns = Some(fields.len());
            }
            return Ok(Some(Record { line, fields }));
        }
    }

    fn line(&mut self) -> io::Result<Option<(u64, Vec<u8>)>> {
        if let Some(line) = self.ahead.pop_front() {
            return Ok(Some(line));
        }
        let mut bytes = Vec::new();
        let read = self.from.read_until(b'\n', &mut bytes)?;
        if read == 0 {
            return Ok(None);
        }
        self.read += read as u64;
        self.line += 1;
        if self.line == 1 && bytes.starts_with(BYTE_ORDER_MARK) {
            bytes.drain(..BYTE_ORDER_MARK.len());
        }
        Ok(Some((self.line, bytes)))
    }

    /// The fields of the record that begins with this line, and may go on over the next ones.
    fn fields(&mut self, first: Vec<u8>) -> io::Result<Result<Vec<String>, String>> {
        if !is_open(&first) {
            return Ok(self.counted(parsed(&first)));
        }
        let (mut whole, mut more) = (first.clone(), Vec::new());
        while is_open(&whole) && more.len() < LINES {
            let Some((line, bytes)) = self.line()? else {
                break;
            };
            whole.extend_from_slice(&bytes);
            more.push((line, bytes));
        }
        if !is_open(&whole)
            && let Ok(fields) = self.counted(parsed(&whole))
        {
            return Ok(Ok(fields));
        }
        for line in more.into_iter().rev() {
            self.ahead.push_front(line);
        }
        let alone = self.counted(parsed(&first));
        Ok(alone.map_err(|_| "a quotation mark is not closed".to_owned()))
    }

    fn counted(&self, fields: Vec<String>) -> Result<Vec<String>, String> {
        match self.columns {
            Some(columns) if columns != fields.len() => Err(format!(
                "{} fields, where the first line has {columns}",
                fields.len()
            )),
            _ => Ok(fields),
        }
    }
}

const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// Whether a quotation mark waits for its other half; one that is meant stands twice.
fn is_open(bytes: &[u8]) -> bool {
    bytes.iter().filter(|byte| **byte == b'"').count() % 2 == 1
}

/// The list comes in Windows-1252, others save it in UTF-8. An accent of the one is nothing in the other.
fn parsed(bytes: &[u8]) -> Vec<String> {
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text.into(),
        Err(_) => WINDOWS_1252.decode_without_bom_handling(bytes).0,
    };
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .buffer_capacity(text.len().max(1))
        .from_reader(text.as_bytes());
    let mut record = csv::StringRecord::new();
    match reader.read_record(&mut record) {
        Ok(true) => record.iter().map(|field| field.trim().to_owned()).collect(),
        _ => Vec::new(),
    }
}
