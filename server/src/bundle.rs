//! The app's files: from the disk in a debug build, from inside the program in a release.

use std::sync::LazyLock;

use rust_embed::RustEmbed;

/// Everything that the bundle is made of, by its path.
#[derive(Debug, RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/../frontend/dist"]
#[allow_missing = true]
pub struct Dist;

/// The address of the stylesheet that link pages use too; none before the bundle is built.
pub fn stylesheet() -> Option<String> {
    static NAME: LazyLock<Option<String>> = LazyLock::new(|| {
        let manifest = Dist::get("assets/manifest.json")?;
        let names: serde_json::Value = serde_json::from_slice(&manifest.data).ok()?;
        Some(format!("/assets/{}", names.get("portal.css")?.as_str()?))
    });
    NAME.clone()
}
