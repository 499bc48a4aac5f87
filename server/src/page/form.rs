//! A form as it was filled in, and what is wrong with it.

use chrono::NaiveDate;

use super::Fields;
use crate::error::FieldError;

/// What was typed, and what is wrong with it; empty for a form that nobody has sent yet.
#[derive(Clone, Debug, Default)]
pub struct Filled {
    values: Vec<(String, String)>,
    wrong: Vec<FieldError>,
}

impl Filled {
    /// A form that was sent.
    pub fn sent(fields: &Fields, wrong: Vec<FieldError>) -> Self {
        Self {
            values: fields.0.clone(),
            wrong,
        }
    }

    /// A form with what is known already.
    pub fn with(values: &[(&str, String)]) -> Self {
        let values = values.iter();
        Self {
            values: values
                .map(|(name, value)| ((*name).to_owned(), value.clone()))
                .collect(),
            wrong: Vec::new(),
        }
    }

    /// What stands in the field.
    pub fn value(&self, name: &str) -> &str {
        let typed = self.values.iter().rev().find(|(known, _)| known == name);
        typed.map_or("", |(_, value)| value)
    }

    /// Whether this choice is made, or this box ticked.
    pub fn is(&self, name: &str, value: &str) -> bool {
        self.value(name) == value
    }

    /// What is wrong with the field.
    pub fn error(&self, name: &str) -> Option<&str> {
        let wrong = self.wrong.iter().find(|error| error.name == name);
        wrong.map(|error| error.message.as_str())
    }

    pub fn has_errors(&self) -> bool {
        !self.wrong.is_empty()
    }

    /// Everything that is wrong, with the id of its field, for the summary. Of a day in three fields it is the first.
    pub fn errors(&self) -> Vec<(String, String)> {
        let id = |name: &str| {
            let first = format!("{name}-day");
            let is_day = self.values.iter().any(|(known, _)| *known == first);
            if is_day { first } else { name.to_owned() }
        };
        let wrong = self.wrong.iter();
        wrong
            .map(|error| (id(error.name), error.message.clone()))
            .collect()
    }
}

/// A day in three fields, `<name>-day`, `<name>-month` and `<name>-year`; none if all are empty.
///
/// # Errors
/// What is no day.
pub fn typed_day(fields: &Fields, name: &'static str) -> Result<Option<NaiveDate>, FieldError> {
    let [day, month, year] =
        ["day", "month", "year"].map(|part| fields.typed(&format!("{name}-{part}")));
    if day.is_empty() && month.is_empty() && year.is_empty() {
        return Ok(None);
    }
    let numbers = (year.parse(), month.parse(), day.parse());
    let read = match numbers {
        (Ok(year), Ok(month), Ok(day)) if (1900..=2200).contains(&year) => {
            NaiveDate::from_ymd_opt(year, month, day)
        }
        _ => None,
    };
    read.map(Some).ok_or(FieldError {
        name,
        message: "Enter a day with day, month and year, such as 27 3 2026.".into(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(day: &str, month: &str, year: &str) -> Fields {
        let parts = [("on-day", day), ("on-month", month), ("on-year", year)];
        Fields(
            parts
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
                .into(),
        )
    }

    #[test]
    fn the_summary_leads_to_the_first_field_of_a_day() {
        let wrong = ["on", "name"].map(|name| FieldError {
            name,
            message: "Wrong.".into(),
        });
        let form = Filled::sent(&fields("31", "2", "2026"), wrong.into());
        let ids: Vec<_> = form.errors().into_iter().map(|(id, _)| id).collect();
        assert_eq!(ids, ["on-day", "name"]);
    }

    #[test]
    fn a_day_in_three_fields() {
        let read = |day, month, year| typed_day(&fields(day, month, year), "on");
        assert_eq!(read("", "", ""), Ok(None));
        assert_eq!(
            read(" 1", "9", "2026"),
            Ok(NaiveDate::from_ymd_opt(2026, 9, 1))
        );
        for (day, month, year) in [("31", "2", "2026"), ("1", "", "2026"), ("1", "1", "26")] {
            assert!(read(day, month, year).is_err(), "{day} {month} {year}");
        }
    }
}
