//! GOV.UK Frontend without GOV.UK's identity.
//!
//! Its licence (MIT) lets anyone use the components; the crown, the logo and the typeface are for
//! services on gov.uk alone. Class names stay, since the patterns are documented under them.

use anyhow::bail;

use super::sheet;

/// Parts of the page that carry the identity.
const IDENTITY: [&str; 5] = [
    "crown",
    "logotype",
    "copyright-logo",
    "licence-logo",
    "header__logo",
];

const SYSTEM_FONTS: &str =
    "font-family:system-ui,-apple-system,\"Segoe UI\",Roboto,\"Helvetica Neue\",Arial,sans-serif";

/// Blue becomes our deep teal; white on it has a contrast of 8.4 to 1, it on white the same.
const COLOURS: [(&str, &str); 6] = [
    ("#1d70b8", "#0b5563"), // brand
    ("#1a65a6", "#0b5563"), // links
    ("#0f385c", "#052f37"), // links under the pointer
    ("#f4f8fb", "#f1f7f8"), // surfaces
    ("#8eb8dc", "#86b6bf"), // their borders
    ("#d2e2f1", "#cfe4e8"), // tags
];

/// Only on buttons: elsewhere green means success.
const BUTTON_COLOURS: [(&str, &str); 3] = [
    ("#0f7a52", "#0b5563"),
    ("#0b5c3e", "#08414c"), // under the pointer
    ("#083d29", "#042a31"), // the edge below
];

/// Rewrites the package's style sheet.
///
/// # Errors
/// When a trace of the identity would be left, e.g. after an update that names things differently.
pub fn rebrand(css: &str) -> anyhow::Result<String> {
    let stays = |selector: &str| !IDENTITY.iter().any(|part| selector.contains(part));
    let mut css = sheet::filter(css, &stays, &|selectors, declarations| {
        let ours = declarations
            .split(';')
            .filter(|declaration| !declaration.starts_with("--govuk-frontend-version"))
            .collect::<Vec<_>>()
            .join(";");
        if selectors.contains(".govuk-button") {
            recoloured(ours, &BUTTON_COLOURS)
        } else {
            ours
        }
    });
    css = recoloured(css, &COLOURS);
    css = css.replace("font-family:GDS Transport,arial,sans-serif", SYSTEM_FONTS);

    for trace in ["GDS Transport", "crown", "crest", "url(", "GOV.UK"] {
        if css.contains(trace) {
            bail!("the style sheet of GOV.UK Frontend still has `{trace}`");
        }
    }
    Ok(css)
}

fn recoloured(css: String, colours: &[(&str, &str)]) -> String {
    colours
        .iter()
        .fold(css, |css, (theirs, ours)| css.replace(theirs, ours))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_the_identity_away() {
        let css = ".govuk-footer__crown{x:y}.a{font-family:GDS Transport,arial,sans-serif}\
                   .govuk-button{color:#0f7a52}.success{color:#0f7a52}";
        let ours = rebrand(css).expect("nothing is left of it");
        assert!(ours.starts_with(".a{font-family:system-ui"));
        assert!(ours.ends_with(".govuk-button{color:#0b5563}.success{color:#0f7a52}"));
    }

    #[test]
    fn refuses_what_it_does_not_know() {
        assert!(rebrand(".new{background:url(crest.svg)}").is_err());
    }
}
