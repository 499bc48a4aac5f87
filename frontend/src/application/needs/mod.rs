//! The needs analysis: how somebody who is no SENCO yet, or has early years teacher status, can show each learning outcome.

pub mod gaps;
pub mod queries;
pub mod shown;
pub mod write;

use super::answers::said;
use super::queries::Application;
use super::words::OutcomeAbility;
use queries::{Outcome, OutcomeNeed};

/// Its page below an application's.
pub const PAGE: &str = "needs";

/// Whether the answers ask for one.
pub fn is_needed(said: &dyn Fn(&str) -> String) -> bool {
    said("role") == "Aspiring" || said("teacherStatus") == "Eyts"
}

/// Whether one is needed, and something of it has not been said yet.
pub fn is_lacking(application: &Application) -> bool {
    let is_said = |outcome: &Outcome| {
        said_of(application, outcome).is_some_and(|need| {
            need.ability == OutcomeAbility::Now
                || need.note.as_ref().is_some_and(|note| !note.is_empty())
        })
    };
    is_needed(&|name| said(application, name))
        && !application.cohort.award.outcomes.iter().all(is_said)
}

/// What has been said of an outcome.
fn said_of<'a>(application: &'a Application, outcome: &Outcome) -> Option<&'a OutcomeNeed> {
    let analysis = application.needs_analysis.as_ref()?;
    let mut needs = analysis.outcomes.iter();
    needs.find(|need| need.code == outcome.code)
}
