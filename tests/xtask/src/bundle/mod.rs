//! `cargo xtask bundle`: everything that a browser loads.
//!
//! ```text
//! frontend/dist/index.html              the app's page, names the hashed files
//!               assets/portal-….css     GOV.UK Frontend without its identity, then our own rules
//!               assets/portal-….js      what wasm-bindgen writes
//!               assets/portal-….wasm    the app, as far as everybody needs it
//!               assets/split_…-….wasm   parts of it, and chunk_….wasm what parts have in common
//!               assets/start-….js       puts the two together
//!               assets/manifest.json    logical name → hashed name, for pages that the server renders
//!               graphiql/               an explorer for the API, complete in itself
//! ```
//! Beside each lie `.br` and `.gz`, so that the server compresses nothing while it serves.

mod app;
mod compile;
mod graphiql;
mod licence;
mod rebrand;
mod sheet;
mod size;
mod split;
mod stamp;
mod store;
pub mod toolchain;

use std::fs;
use std::time::Instant;

use anyhow::Context as _;

use crate::npm;
use crate::place::Place;
use store::Store;

/// Builds `frontend/dist`, or finds that it is up to date.
///
/// # Errors
/// When a step fails or a first visit would load more than the limit.
pub fn bundle(place: &Place) -> anyhow::Result<()> {
    size::check_first_visit(refresh(place)?)
}

/// The same whatever a first visit loads, which it returns in octets.
///
/// # Errors
/// When a step fails.
pub fn refresh(place: &Place) -> anyhow::Result<usize> {
    npm::install(
        &place.frontend(),
        "getting the style sheet and the API explorer",
    )?;
    let inputs = stamp::of_inputs(place)?;
    if let Some(first_visit) = stamp::read(place, &inputs) {
        eprintln!("• bundle: nothing has changed");
        return Ok(first_visit);
    }

    let begin = Instant::now();
    let wasm = compile::compile(place, &toolchain::find()?)?;
    eprintln!("• bundle: writing the files");
    let mut store = Store::new(tempfile::tempdir_in(place.frontend())?);
    app::write(place, &wasm, &mut store)?;
    graphiql::write(place, &mut store)?;
    let sizes = publish(place, store)?;

    println!("{}", size::table(&sizes));
    let first_visit = size::first_visit(&sizes);
    stamp::write(place, &inputs, first_visit)?;
    eprintln!("• bundle: done in {:.0?}", begin.elapsed());
    Ok(first_visit)
}

/// Puts the new files in the old ones' place. Until here a failure leaves the old ones as they are.
fn publish(place: &Place, store: Store) -> anyhow::Result<Vec<size::Size>> {
    let dist = place.dist();
    if dist.exists() {
        fs::remove_dir_all(&dist).with_context(|| format!("cannot remove {}", dist.display()))?;
    }
    let (folder, sizes) = store.into_parts();
    fs::rename(&folder, &dist).with_context(|| format!("cannot make {}", dist.display()))?;
    Ok(sizes)
}
