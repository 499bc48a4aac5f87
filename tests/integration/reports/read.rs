//! Report files as somebody reads them.

use std::collections::BTreeMap;

use calamine::{Data, Reader as _, Xlsx};
use tests::Visitor;

/// One row: what stands in which column, as a CSV file writes it.
pub type Row = BTreeMap<String, String>;

/// The rows of a CSV file.
pub async fn csv_rows(who: &Visitor, address: &str) -> Vec<Row> {
    let answer = who.get(address).await;
    assert_eq!(answer.status(), 200, "{address}");
    parse(&answer.text().await.expect("a whole file"))
}

/// The rows of a text in CSV.
pub fn parse(text: &str) -> Vec<Row> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let names: Vec<String> = header(&mut reader);
    let rows = reader.records().map(|record| {
        let record = record.expect("a record");
        let fields = record.iter().map(str::to_owned);
        names.iter().cloned().zip(fields).collect()
    });
    rows.collect()
}

fn header(reader: &mut csv::Reader<&[u8]>) -> Vec<String> {
    let header = reader.headers().expect("a header");
    header.iter().map(str::to_owned).collect()
}

/// The rows of a spreadsheet, as a CSV file would write them, and its sheets' names.
pub async fn xlsx_rows(who: &Visitor, address: &str) -> (Vec<Row>, Vec<String>) {
    let answer = who.get(address).await;
    assert_eq!(answer.status(), 200, "{address}");
    let bytes = answer.bytes().await.expect("a whole file");
    let mut book = Xlsx::new(std::io::Cursor::new(bytes.to_vec())).expect("a spreadsheet");
    let names = by_title(&mut book);
    let range = book.worksheet_range("Rows").expect("the rows");
    let mut lines = range.rows();
    let titles = lines.next().expect("a header");
    let header: Vec<String> = titles
        .iter()
        .map(|title| names[&title.to_string()].clone())
        .collect();
    let rows = lines.map(|line| {
        header
            .iter()
            .cloned()
            .zip(line.iter().map(as_csv))
            .collect()
    });
    (rows.collect(), book.sheet_names())
}

/// The columns' names by their titles, from the sheet that explains them.
fn by_title(book: &mut Xlsx<std::io::Cursor<Vec<u8>>>) -> BTreeMap<String, String> {
    let sheet = book.worksheet_range("Columns").expect("the columns");
    let lines = sheet.rows().skip(1);
    lines
        .map(|line| {
            assert!(line[3].to_string().len() > 5, "{line:?} explains nothing");
            (line[0].to_string(), line[1].to_string())
        })
        .collect()
}

fn as_csv(cell: &Data) -> String {
    match cell {
        Data::DateTime(at) => {
            let at = at.as_datetime().expect("a moment");
            let (day, time) = (at.date(), at.time());
            match time == chrono::NaiveTime::MIN {
                true => day.to_string(),
                false => format!("{day}T{}Z", time.format("%H:%M:%S")),
            }
        }
        other => other.to_string(),
    }
}
