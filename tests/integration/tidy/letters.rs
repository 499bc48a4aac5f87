//! Every letter has both its parts.

use std::collections::BTreeSet;

use entity::letter::Kind;
use sea_orm::{ActiveEnum as _, Iterable as _};

use super::sources::sources;

/// What letters are put together from.
const PARTS: [&str; 10] = [
    "base",
    "parts",
    "waiting",
    "to_applicant",
    "to_mentor",
    "to_signatory",
    "mentoring",
    "place",
    "signed",
    "signing",
];

#[test]
fn every_kind_of_letter_has_a_text_and_an_html_part() {
    let kinds: BTreeSet<String> = Kind::iter().map(|kind| kind.to_value()).collect();
    for ending in ["txt", "html"] {
        let files = sources("server/templates/letters", ending);
        let names: BTreeSet<String> = files
            .iter()
            .filter_map(|file| {
                file.path
                    .rsplit('/')
                    .next()?
                    .strip_suffix(&format!(".{ending}"))
            })
            .filter(|name| !PARTS.contains(name))
            .map(str::to_owned)
            .collect();
        let missing: Vec<_> = kinds.difference(&names).collect();
        assert!(
            missing.is_empty(),
            "no templates/letters/<kind>.{ending} for {missing:?}"
        );
        let unknown: Vec<_> = names.difference(&kinds).collect();
        assert!(
            unknown.is_empty(),
            "no kind of letter uses {unknown:?} (.{ending})"
        );
    }
}
