//! School terms around the demo, so that it is under way whenever it is loaded.

use chrono::{Datelike as _, Days, NaiveDate};

/// A term with its name.
#[derive(Clone, Debug)]
pub struct Term {
    pub name: String,
    pub first: NaiveDate,
    pub last: NaiveDate,
}

/// Weeks that the demo has been under way at least.
const UNDER_WAY: u64 = 24;

/// The terms of the years around `today`, as an English calendar has them.
pub fn around(today: NaiveDate) -> Vec<Term> {
    let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap_or(today);
    (today.year() - 2..=today.year() + 3)
        .flat_map(|year| {
            [
                Term {
                    name: format!("Spring {year}"),
                    first: day(year, 1, 5),
                    last: day(year, 3, 27),
                },
                Term {
                    name: format!("Summer {year}"),
                    first: day(year, 4, 13),
                    last: day(year, 7, 17),
                },
                Term {
                    name: format!("Autumn {year}"),
                    first: day(year, 9, 2),
                    last: day(year, 12, 18),
                },
            ]
        })
        .collect()
}

/// The term with which the demo's cohort starts.
pub fn start(terms: &[Term], today: NaiveDate) -> Option<&Term> {
    terms
        .iter()
        .rev()
        .find(|term| term.first + Days::new(7 * UNDER_WAY) <= today)
}
