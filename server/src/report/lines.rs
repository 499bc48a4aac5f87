//! Lines of CSV, in which no text becomes a formula.

use std::io::Write as _;

use chrono::{DateTime, Datelike as _, NaiveDate, Timelike as _, Utc};

use super::Value;
use crate::error::Result;

/// Bytes in a piece that is sent off.
const PIECE: usize = 64 * 1024;

/// Lines of CSV.
pub struct Lines {
    writer: csv::Writer<Vec<u8>>,
    scratch: Vec<u8>,
}

impl Lines {
    pub fn new(before: &[u8]) -> Self {
        let mut bytes = Vec::with_capacity(PIECE + PIECE / 4);
        bytes.extend_from_slice(before);
        Self {
            writer: writer(bytes),
            scratch: Vec::with_capacity(64),
        }
    }

    pub fn is_full(&self) -> bool {
        self.writer.get_ref().len() >= PIECE
    }

    /// What is written so far.
    pub fn take(&mut self) -> Result<Vec<u8>> {
        let empty = writer(Vec::with_capacity(PIECE + PIECE / 4));
        let full = std::mem::replace(&mut self.writer, empty);
        let bytes = full.into_inner().map_err(|why| why.into_error());
        Ok(bytes.map_err(anyhow::Error::from)?)
    }

    pub fn field(&mut self, bytes: &[u8]) -> Result<()> {
        Ok(self
            .writer
            .write_field(bytes)
            .map_err(anyhow::Error::from)?)
    }

    pub fn end(&mut self) -> Result<()> {
        let nothing: [&[u8]; 0] = [];
        Ok(self
            .writer
            .write_record(nothing)
            .map_err(anyhow::Error::from)?)
    }

    pub fn value(&mut self, value: &Value<'_>) -> Result<()> {
        let mut scratch = std::mem::take(&mut self.scratch);
        scratch.clear();
        let written = match value {
            Value::Nothing => self.field(b""),
            Value::Text(text) if is_formula(text) => {
                scratch.push(b'\'');
                scratch.extend_from_slice(text.as_bytes());
                self.field(&scratch)
            }
            Value::Text(text) => self.field(text.as_bytes()),
            Value::Word(word) => self.field(word.as_bytes()),
            Value::Flag(flag) => self.field(if *flag { b"true" } else { b"false" }),
            Value::Id(id) => {
                let mut buffer = uuid::Uuid::encode_buffer();
                self.field(id.hyphenated().encode_lower(&mut buffer).as_bytes())
            }
            Value::Whole(number) => {
                write!(scratch, "{number}").map_err(anyhow::Error::from)?;
                self.field(&scratch)
            }
            Value::Decimal(number) => {
                write!(scratch, "{number}").map_err(anyhow::Error::from)?;
                self.field(&scratch)
            }
            Value::Day(day) => {
                push_day(&mut scratch, *day);
                self.field(&scratch)
            }
            Value::Moment(at) => {
                push_moment(&mut scratch, *at);
                self.field(&scratch)
            }
        };
        self.scratch = scratch;
        written
    }
}

fn writer(bytes: Vec<u8>) -> csv::Writer<Vec<u8>> {
    csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(bytes)
}

/// Whether a spreadsheet would take the text for something to be worked out: it looks past spaces, and full-width signs
/// are signs to it. A name must not become a formula on the machine of whoever opens the file.
fn is_formula(text: &str) -> bool {
    const SIGNS: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];
    if text.starts_with(['\t', '\r', '\n']) {
        return true;
    }
    text.trim_start().starts_with(SIGNS)
}

/// `2026-03-31`. The usual formatter takes longer than all the rest of a row.
fn push_day(into: &mut Vec<u8>, day: NaiveDate) {
    push_digits(into, day.year().unsigned_abs(), 4);
    into.push(b'-');
    push_digits(into, day.month(), 2);
    into.push(b'-');
    push_digits(into, day.day(), 2);
}

/// `2026-03-31T09:00:00Z`.
fn push_moment(into: &mut Vec<u8>, at: DateTime<Utc>) {
    push_day(into, at.date_naive());
    for (before, number) in [(b'T', at.hour()), (b':', at.minute()), (b':', at.second())] {
        into.push(before);
        push_digits(into, number, 2);
    }
    into.push(b'Z');
}

fn push_digits(into: &mut Vec<u8>, mut number: u32, digits: usize) {
    let begins = into.len();
    into.resize(begins + digits, b'0');
    for digit in into[begins..].iter_mut().rev() {
        *digit = b'0' + u8::try_from(number % 10).unwrap_or_default();
        number /= 10;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_be_worked_out_is_text() {
        let dangerous = [
            "=1+1",
            "+1",
            "-1",
            "@SUM(A1)",
            "\t=1",
            "\r=1",
            "\n=1",
            " =1",
            "＝1",
            "＋1",
            "－1",
            "＠1",
            "=HYPERLINK(\"http://evil.test\",\"x\")",
        ];
        for text in dangerous {
            assert!(is_formula(text), "{text:?}");
        }
        for text in ["", "Ada", "1-1", "a=b", "O'Neill", "'=1", "£5", "½"] {
            assert!(!is_formula(text), "{text:?}");
        }
    }

    fn line(values: &[Value<'_>]) -> String {
        let mut lines = Lines::new(&[]);
        for value in values {
            lines.value(value).expect("a field");
        }
        lines.end().expect("a line");
        String::from_utf8(lines.take().expect("bytes")).expect("UTF-8")
    }

    #[test]
    fn fields_are_written_as_the_standard_says() {
        let day = NaiveDate::from_ymd_opt(2026, 3, 1).expect("a day");
        let values = [
            Value::Text("a \"b\", c\nd".into()),
            Value::Text("=1".into()),
            Value::Whole(-7),
            Value::Decimal(-0.5),
            Value::Day(day),
            Value::Moment(day.and_hms_opt(9, 5, 7).expect("a time").and_utc()),
            Value::Flag(true),
            Value::Nothing,
        ];
        assert_eq!(
            line(&values),
            "\"a \"\"b\"\", c\nd\",'=1,-7,-0.5,2026-03-01,2026-03-01T09:05:07Z,true,\r\n"
        );
    }
}
