//! What one row of the list says of a school.

use chrono::NaiveDate;
use entity::school::{Model, Status};

use super::columns::Row;
use crate::reading::in_calendar;

/// Columns without which there is nothing to import.
pub const NEEDED: &[&[&str]] = &[
    &["URN"],
    &["EstablishmentName"],
    &["LA (name)"],
    &["EstablishmentStatus (name)", "EstablishmentStatus (code)"],
    &["Town"],
    &["Postcode"],
];

/// A school as the list has it.
#[derive(Clone, Debug)]
pub struct Listed {
    pub urn: String,
    name: String,
    town: Option<String>,
    postcode: Option<String>,
    local_authority: Option<String>,
    local_authority_code: Option<String>,
    kind: Option<String>,
    phase: Option<String>,
    pub status: Status,
    ukprn: Option<String>,
    street: Option<String>,
    easting: Option<i32>,
    northing: Option<i32>,
    opened_on: Option<NaiveDate>,
    closed_on: Option<NaiveDate>,
}

impl Listed {
    /// Reads a row. `without` is told what had to be left out.
    ///
    /// # Errors
    /// Why there is no school in it.
    pub fn read(row: &Row<'_>, without: &mut Vec<String>) -> Result<Self, String> {
        let urn = number_of(row.text("URN"))?;
        let mut kept = |name| text(row, name, without);
        let (town, postcode) = (kept("Town"), kept("Postcode"));
        let (local_authority, local_authority_code) = (kept("LA (name)"), kept("LA (code)"));
        let (kind, phase) = (
            kept("TypeOfEstablishment (name)"),
            kept("PhaseOfEducation (name)"),
        );
        let street = kept("Street");
        let ukprn = kept("UKPRN").filter(|text| text != "0");
        Ok(Self {
            urn,
            name: name_of(row.text("EstablishmentName"))?,
            town,
            postcode: postcode.map(|text| text.to_uppercase()),
            local_authority,
            local_authority_code,
            kind,
            phase,
            status: status_of(row)?,
            ukprn: ukprn.filter(|text| {
                let sound = text.len() == 8 && text.starts_with('1') && is_number(text);
                sound || left_out(without, "UKPRN", text)
            }),
            street,
            easting: metres(row, "Easting", without),
            northing: metres(row, "Northing", without),
            opened_on: day(row, "OpenDate", without),
            closed_on: day(row, "CloseDate", without),
        })
    }

    /// The school with what the list says of it. What the list leaves empty stays, and so does what it does not know:
    /// the headteacher, and who entered the school.
    pub fn onto(self, was: Model) -> Model {
        let or = |said: Option<String>, known: String| said.unwrap_or(known);
        Model {
            urn: Some(self.urn),
            name: self.name,
            town: or(self.town, was.town),
            postcode: or(self.postcode, was.postcode),
            local_authority: or(self.local_authority, was.local_authority),
            local_authority_code: self.local_authority_code,
            kind: self.kind,
            phase: self.phase,
            status: self.status,
            ukprn: self.ukprn,
            street: self.street.or(was.street),
            easting: self.easting,
            northing: self.northing,
            opened_on: self.opened_on,
            closed_on: self.closed_on,
            ..was
        }
    }
}

fn is_number(text: &str) -> bool {
    text.bytes().all(|digit| digit.is_ascii_digit())
}

/// A unique reference number.
pub fn number_of(text: Option<&str>) -> Result<String, String> {
    match text {
        Some(text) if text.len() == 6 && is_number(text) => Ok(text.to_owned()),
        Some(text) => Err(format!("the URN “{}” has not six digits", short(text))),
        None => Err("there is no URN".into()),
    }
}

fn name_of(text: Option<&str>) -> Result<String, String> {
    let text = text.ok_or("there is no name")?;
    if is_sound(text) {
        Ok(text.to_owned())
    } else {
        Err("the name is longer than 200 characters, or has signs that are no text".into())
    }
}

fn is_sound(text: &str) -> bool {
    text.chars().count() <= 200 && !text.chars().any(char::is_control)
}

fn status_of(row: &Row<'_>) -> Result<Status, String> {
    let name = row.text("EstablishmentStatus (name)");
    let told = name.or_else(|| row.text("EstablishmentStatus (code)"));
    let told = told.ok_or("there is no status")?;
    Ok(match told.to_lowercase().as_str() {
        "open" | "1" => Status::Open,
        "closed" | "2" => Status::Closed,
        "open, but proposed to close" | "open but proposed to close" | "3" => {
            Status::ProposedToClose
        }
        "proposed to open" | "4" => Status::ProposedToOpen,
        _ => return Err(format!("the status “{}” is not known", short(told))),
    })
}

fn text(row: &Row<'_>, name: &'static str, without: &mut Vec<String>) -> Option<String> {
    let text = row.text(name)?;
    (is_sound(text) || left_out(without, name, text)).then(|| text.to_owned())
}

fn metres(row: &Row<'_>, name: &'static str, without: &mut Vec<String>) -> Option<i32> {
    let text = row.text(name)?;
    match text.parse() {
        Ok(0) => None,
        Ok(metres) => Some(metres),
        Err(_) => {
            left_out(without, name, text);
            None
        }
    }
}

/// The list writes days as 31-08-2024; a spreadsheet that saved it, in one of the other ways.
fn day(row: &Row<'_>, name: &'static str, without: &mut Vec<String>) -> Option<NaiveDate> {
    let text = row.text(name)?;
    let forms = ["%d-%m-%Y", "%Y-%m-%d", "%d/%m/%Y"];
    let read = forms
        .iter()
        .find_map(|form| NaiveDate::parse_from_str(text, form).ok());
    let day = read.filter(|day| in_calendar(*day));
    if day.is_none() {
        left_out(without, name, text);
    }
    day
}

/// Says that something could not be taken; answers that it was not.
fn left_out(without: &mut Vec<String>, name: &str, text: &str) -> bool {
    without.push(format!("{name} “{}”", short(text)));
    false
}

/// As much as fits on a line.
pub fn short(text: &str) -> String {
    let plain = |c: char| if c.is_control() { ' ' } else { c };
    text.chars().take(40).map(plain).collect()
}
