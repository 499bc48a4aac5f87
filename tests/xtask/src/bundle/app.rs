//! The app's own page and what it names.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context as _, bail};

use super::compile::App;
use super::store::Store;
use super::{licence, rebrand};
use crate::place::Place;

/// The GOV.UK Frontend notice that its licence asks for.
const NOTICE: &str =
    "/* Contains GOV.UK Frontend, MIT licence, changed. The licence: {{licences.txt}} */\n";

/// Logical names, e.g. `portal.css`, and the hashed names they have in this bundle.
type Names = BTreeMap<String, String>;

/// Writes `assets/`, the manifest and `index.html`.
///
/// # Errors
/// When a file is missing or names one that is not in the bundle.
pub fn write(place: &Place, app: &App, store: &mut Store) -> anyhow::Result<()> {
    let mut names = Names::new();
    let mut put = |name: &str, bytes: &[u8], names: &mut Names| {
        let hashed = store.put("assets", name, bytes)?;
        names.insert(name.to_owned(), hashed);
        anyhow::Ok(())
    };
    put("licences.txt", licence::text(place)?.as_bytes(), &mut names)?;
    let style = style(place, &fill(NOTICE, "/assets", &names)?)?;
    put("portal.css", style.as_bytes(), &mut names)?;
    for (name, wasm) in &app.parts {
        put(name, wasm, &mut names)?;
    }
    put(
        "portal.js",
        fill(&app.js, "/assets", &names)?.as_bytes(),
        &mut names,
    )?;
    put("portal.wasm", &app.wasm, &mut names)?;
    let start = fill(&read(place, "start.js")?, "/assets", &names)?;
    put("start.js", start.as_bytes(), &mut names)?;
    put(
        "favicon.svg",
        read(place, "style/favicon.svg")?.as_bytes(),
        &mut names,
    )?;

    let page = fill(&read(place, "index.html")?, "/assets", &names)?;
    store.put_as_is("index.html", page.as_bytes())?;
    let manifest = serde_json::to_string_pretty(&names)?;
    store.put_as_is("assets/manifest.json", manifest.as_bytes())
}

/// Puts addresses in a text's gaps: `{{portal.css}}` becomes e.g. `/assets/portal-0123456789ab.css`.
///
/// # Errors
/// When a gap's name is unknown.
pub fn fill(text: &str, folder: &str, names: &Names) -> anyhow::Result<String> {
    let filled = names.iter().fold(text.to_owned(), |text, (name, hashed)| {
        text.replace(&format!("{{{{{name}}}}}"), &format!("{folder}/{hashed}"))
    });
    if let Some((_, gap)) = filled.split_once("{{") {
        bail!(
            "nothing in the bundle is called {}",
            gap.split("}}").next().unwrap_or(gap)
        );
    }
    Ok(filled)
}

/// A file of the folder `frontend`.
///
/// # Errors
/// When it cannot be read.
pub fn read(place: &Place, path: &str) -> anyhow::Result<String> {
    let file = place.frontend().join(path);
    fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))
}

/// Ours comes after, so that it wins where both speak.
fn style(place: &Place, notice: &str) -> anyhow::Result<String> {
    let file = "node_modules/govuk-frontend/dist/govuk/govuk-frontend.min.css";
    let theirs = rebrand::rebrand(&read(place, file)?)?;
    Ok(format!(
        "{notice}{theirs}\n{}",
        read(place, "style/portal.css")?
    ))
}
