//! Third-party files come from npm, at the versions of `frontend/package-lock.json`.

use std::fs;
use std::process::Command;

use anyhow::Context as _;

use crate::place::Place;
use crate::{debian, shell};

/// Installs the packages unless this very lock file's are there. Their install scripts are not run.
///
/// # Errors
/// When npm is missing and cannot be installed, or fails.
pub fn install(place: &Place) -> anyhow::Result<()> {
    let lock = fs::read(place.frontend().join("package-lock.json"))
        .context("frontend/package-lock.json is missing")?;
    let installed = place.npm_file(".installed-lock.json");
    if fs::read(&installed).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    if shell::on_path("npm").is_none() {
        debian::install(&["npm"], "getting the style sheet and the API explorer")?;
    }
    eprintln!("• npm: installing packages");
    shell::run_quietly(
        Command::new("npm")
            .args([
                "ci",
                "--ignore-scripts",
                "--no-audit",
                "--no-fund",
                "--no-progress",
            ])
            .current_dir(place.frontend()),
    )?;
    fs::write(&installed, lock).context("cannot note which packages are installed")
}
