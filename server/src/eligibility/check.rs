//! Asking whether an award is for somebody, before anything is known of them.

use entity::award;

use super::{Code, Explanation, Rules, Told, Verdict, decide, explain};
use crate::error::{Error, Result};
use crate::programme::{self, end_of_terms, starts_of};
use crate::reading::Reader;
use crate::statutory::{Joining, Outlook, joining};

/// The decision, with everything that follows from it.
#[derive(Clone, Debug)]
pub struct Decision {
    pub award: award::Model,
    pub successor: Option<award::Model>,
    pub code: Code,
    pub explanation: Explanation,
    /// With the next cohort, or as if they began today where none is planned. None for who may not apply.
    pub outlook: Option<Outlook>,
    /// The cohorts that they could join, soonest first.
    pub starts: Vec<Joining>,
}

/// Decides for what somebody tells. Nothing of it is kept.
///
/// # Errors
/// `NOT_FOUND` for an award that there is not, `INVALID_INPUT` for an answer that is missing or cannot be.
pub async fn check(reader: &Reader, award: &str, told: &Told) -> Result<Decision> {
    let today = reader.today();
    let person = told.circumstances(today)?;
    let awards = programme::awards(reader).await?;
    let coded = |code: &str| awards.iter().find(|award| award.code == code).cloned();
    let award = coded(award).ok_or(Error::NotFound("award"))?;
    let successor = award.limits.successor.as_deref().and_then(coded);
    let ahead = starts_of(reader, &award).await?;

    let next = ahead
        .first()
        .map(|next| (next.cohort.starts_on, next.ends_on));
    let starts_on = next.map_or(today, |(starts_on, _)| starts_on);
    let rules = Rules {
        award: &award,
        successor: successor.as_ref(),
        starts_on,
        today,
    };
    let code = decide(&person, &rules);
    let explanation = explain(code, &rules);
    let follows = code.follows();

    let terms = award.limits.programme_terms;
    let from = |day| (day, end_of_terms(day, terms, &Vec::new()));
    let days = match (person.began_on, next) {
        (Some(began_on), _) => from(began_on),
        (None, Some(next)) => next,
        (None, None) => from(today),
    };
    let appointed_on = told.appointed_on.filter(|_| follows.clock_runs);
    let outlook = Outlook::reckon(appointed_on, days, &award.limits, today);
    let may_apply = follows.verdict == Verdict::Yes;
    let starts = match may_apply && person.began_on.is_none() {
        true => joining(&outlook, &ahead, &award.limits),
        false => Vec::new(),
    };
    Ok(Decision {
        outlook: may_apply.then_some(outlook),
        award,
        successor,
        code,
        explanation,
        starts,
    })
}
