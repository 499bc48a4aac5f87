//! When people start.

use chrono::{DateTime, Days, NaiveDate, Utc};
use entity::{award, cohort, programme};

use super::dice::Dice;
use crate::programme::demo::terms::Term;
use crate::programme::end_of_terms;

/// A cohort, and the last day on which its participants may finish.
#[derive(Debug)]
pub struct Start {
    pub cohort: cohort::Model,
    pub ends_on: NaiveDate,
}

/// A cohort for each term that has begun, and for the next one.
pub fn starts(
    dice: &mut Dice,
    calendar: &[Term],
    programme: &programme::Model,
    award: &award::Model,
    today: NaiveDate,
    laid: DateTime<Utc>,
) -> Vec<Start> {
    let begun = calendar.iter().filter(|term| term.first <= today).count();
    let terms = calendar
        .iter()
        .map(|term| (term.first, term.last))
        .collect();
    calendar
        .iter()
        .take(begun + 1)
        .map(|term| Start {
            cohort: cohort::Model {
                id: dice.id(laid),
                programme_id: programme.id,
                name: term.name.clone(),
                starts_on: term.first,
                ends_on: term.first + Days::new(2 * 365),
                applications_from: None,
                applications_to: None,
            },
            ends_on: end_of_terms(term.first, award.limits.programme_terms, &terms),
        })
        .collect()
}
