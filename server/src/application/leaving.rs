//! Why somebody gives up a place or puts it off: a kind that can be counted, and their own words.

use entity::application::Leaving;

use crate::error::{Error, Result};
use crate::person::named;

/// The reason as letters and history have it; own words may be left out where the kind says enough.
///
/// # Errors
/// `INVALID_INPUT` without own words for a kind that says nothing, and for words that are too long.
pub(super) fn reason(leaving: Leaving, own: &str) -> Result<String> {
    let kind = words(leaving);
    if let (Some(kind), true) = (kind, own.trim().is_empty()) {
        return Ok(kind.to_owned());
    }
    let mut wrong = Vec::new();
    let own = named("reason", own, &mut wrong);
    match (wrong.is_empty(), kind) {
        (false, _) => Err(Error::Invalid(wrong)),
        (true, Some(kind)) => Ok(format!("{kind}: {own}")),
        (true, None) => Ok(own),
    }
}

/// None for what only own words can say.
fn words(leaving: Leaving) -> Option<&'static str> {
    match leaving {
        Leaving::TooFar => Some("Too far away"),
        Leaving::Timing => Some("The dates or the workload do not suit"),
        Leaving::School => Some("The school cannot support it now"),
        Leaving::Elsewhere => Some("Another course or another post"),
        Leaving::Other => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_says_enough_unless_it_says_nothing() {
        let said = |leaving, own| reason(leaving, own).ok();
        assert_eq!(said(Leaving::TooFar, " ").as_deref(), Some("Too far away"));
        let both = said(Leaving::TooFar, "No train").unwrap_or_default();
        assert_eq!(both, "Too far away: No train");
        assert_eq!(said(Leaving::Other, "Ill").as_deref(), Some("Ill"));
        assert_eq!(said(Leaving::Other, ""), None);
    }
}
