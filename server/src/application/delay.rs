//! The statutory clock of who applies, with the cohort that they apply to and with later ones.

use chrono::NaiveDate;
use entity::application::Answers;
use entity::award;

use super::eligible::told;
use crate::eligibility::{Code, Rules, Verdict, decide};
use crate::programme::Starts;
use crate::statutory::{Joining, Outlook, joining};

/// Whoever applies, as the award's rules see them on one day.
#[derive(Clone, Copy, Debug)]
pub struct Clocked<'a> {
    pub answers: &'a Answers,
    /// The day of the appointment as the school has signed it; none before it has.
    pub stated: Option<NaiveDate>,
    pub award: &'a award::Model,
    /// In London.
    pub today: NaiveDate,
}

impl Clocked<'_> {
    /// What eligibility says for a start on this day; none while answers are missing.
    fn code(&self, starts_on: NaiveDate) -> Option<Code> {
        let person = told(self.answers).ok()?.circumstances(self.today).ok()?;
        let rules = Rules {
            award: self.award,
            successor: None,
            starts_on,
            today: self.today,
        };
        Some(decide(&person, &rules))
    }

    /// Whether the law asks for the award by a day, of who begins on this one.
    pub fn runs(&self, starts_on: NaiveDate) -> bool {
        let runs = |code: Code| code.follows().clock_runs;
        self.code(starts_on).is_some_and(runs)
    }

    /// The clock with a start and an end of the programme.
    pub fn outlook(&self, days: (NaiveDate, NaiveDate)) -> Outlook {
        let appointed_on = self.stated.or(self.answers.appointed_on);
        let appointed_on = appointed_on.filter(|_| self.runs(days.0));
        Outlook::reckon(appointed_on, days, &self.award.limits, self.today)
    }

    /// What a deferral to each later cohort that takes them would mean.
    pub fn deferrals(&self, starts: &Starts) -> Vec<Joining> {
        let own = &starts.own;
        let now = self.outlook((own.cohort.starts_on, own.ends_on));
        let takes = |code: Code| code.follows().verdict == Verdict::Yes;
        let later = starts.ahead.iter().filter(|ahead| {
            let start = ahead.cohort.starts_on;
            start > own.cohort.starts_on && self.code(start).is_some_and(takes)
        });
        joining(&now, later, &self.award.limits)
    }
}
