//! Third-party files come from npm, at the versions of a lock file.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::Context as _;

use crate::{debian, shell};

/// Installs a folder's packages unless this very lock file's are there. Their install scripts are not run.
///
/// # Errors
/// When npm is missing and cannot be installed, or fails.
pub fn install(folder: &Path, why: &str) -> anyhow::Result<()> {
    let path = folder.join("package-lock.json");
    let lock = fs::read(&path).with_context(|| format!("{} is missing", path.display()))?;
    let installed = folder.join("node_modules/.installed-lock.json");
    if fs::read(&installed).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    if shell::on_path("npm").is_none() {
        debian::install(&["npm"], why)?;
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
            .current_dir(folder),
    )?;
    fs::write(&installed, lock).context("cannot note which packages are installed")
}
