//! How far an analysis is.

use entity::agreement::State as Asked;
use entity::{agreement, application};

use super::is_needed;

/// Where a needs analysis stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// The applicant writes it.
    InProgress,
    /// The school is asked.
    WithHead,
    /// The school supports every outcome.
    Agreed,
    /// It cannot support some, and the office has not decided yet.
    GapsUnresolved,
    /// The office has decided how these are met all the same.
    Accepted,
}

/// Where it stands, by the application and its latest asking; none where none is needed.
pub fn standing(
    application: &application::Model,
    latest: Option<&agreement::Model>,
) -> Option<Standing> {
    if !is_needed(&application.answers) {
        return None;
    }
    if application.submitted_at.is_none() {
        return Some(Standing::InProgress);
    }
    let signed = latest.filter(|asked| asked.state == Asked::Signed);
    Some(
        match signed.and_then(|asked| Some((asked, asked.review.as_ref()?))) {
            None => Standing::WithHead,
            Some((_, review)) if review.gaps().next().is_none() => Standing::Agreed,
            Some((asked, _)) if asked.gaps_accepted_at.is_some() => Standing::Accepted,
            Some(_) => Standing::GapsUnresolved,
        },
    )
}
