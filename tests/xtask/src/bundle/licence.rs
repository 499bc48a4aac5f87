//! The licences of what we hand on, as they ask.

use super::app::read;
use crate::place::Place;

/// Packages, with the folder that npm gives them.
const PACKAGES: [(&str, &str); 6] = [
    ("GraphiQL", "graphiql"),
    ("GraphQL.js", "graphql"),
    ("CodeMirror", "codemirror"),
    ("markdown-it", "markdown-it"),
    ("React", "react"),
    ("React DOM", "react-dom"),
];

/// The licences one after the other.
///
/// # Errors
/// When a package has no licence where it is expected.
pub fn text(place: &Place) -> anyhow::Result<String> {
    // Its package comes without the text.
    let govuk_frontend = read(place, "style/govuk-frontend-licence.txt")?;
    let mut text = entry("GOV.UK Frontend (changed)", &govuk_frontend);
    for (name, folder) in PACKAGES {
        text += &entry(
            name,
            &read(place, &format!("node_modules/{folder}/LICENSE"))?,
        );
    }
    Ok(text)
}

fn entry(name: &str, licence: &str) -> String {
    format!(
        "{name}\n{}\n\n{}\n\n\n",
        "=".repeat(name.len()),
        licence.trim()
    )
}
