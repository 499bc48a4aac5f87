//! Other people's tools, which the tests in `tests/clients` point at the portal. They are kept in the target folder, at
//! the versions of the files there.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::Context as _;

use crate::place::Place;
use crate::{debian, npm, shell};

/// Installs what is not there in the wanted version.
///
/// # Errors
/// When Node.js, Python or one of the tools is missing and cannot be installed.
pub fn install(place: &Place) -> anyhow::Result<()> {
    let (ours, theirs) = (place.root().join("tests/clients"), place.clients());
    fs::create_dir_all(&theirs).context("no folder for the tools")?;
    for name in ["package.json", "package-lock.json"] {
        fs::copy(ours.join(name), theirs.join(name)).with_context(|| format!("no {name}"))?;
    }
    npm::install(&theirs, "trying other people's GraphQL tools")?;
    install_python(&ours.join("requirements.txt"), &theirs.join("python"))?;
    install_r()?;
    install_readers()
}

/// What reads the documents that the portal makes.
fn install_readers() -> anyhow::Result<()> {
    for (program, package) in [("pdftotext", "poppler-utils"), ("qpdf", "qpdf")] {
        if shell::on_path(program).is_none() {
            debian::install(&[package], "reading signed agreements")?;
        }
    }
    Ok(())
}

/// R and what our examples use of it, which Debian has ready.
fn install_r() -> anyhow::Result<()> {
    let needs = ["-e", "library(httr2); library(readr)"];
    if shell::run_quietly(Command::new("Rscript").args(needs)).is_ok() {
        return Ok(());
    }
    let packages = ["r-base-core", "r-cran-httr2", "r-cran-readr"];
    debian::install(&packages, "trying our examples in R")
}

/// A Python of its own with these packages, of which only the very files that are listed are taken.
fn install_python(requirements: &Path, to: &Path) -> anyhow::Result<()> {
    let wanted = fs::read(requirements).context("no requirements.txt")?;
    let installed = to.join("installed-requirements.txt");
    if fs::read(&installed).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    let can_begin =
        shell::run_quietly(Command::new("python3").args(["-m", "ensurepip", "--version"]));
    if can_begin.is_err() {
        debian::install(&["python3-venv"], "trying Python's GraphQL tools")?;
    }
    eprintln!("• pip: installing packages");
    shell::run_quietly(
        Command::new("python3")
            .args(["-m", "venv", "--clear"])
            .arg(to),
    )?;
    shell::run_quietly(
        Command::new(to.join("bin/python"))
            .args(["-m", "pip", "install", "--quiet", "--no-input"])
            .args(["--disable-pip-version-check", "--only-binary=:all:"])
            .args(["--require-hashes", "--requirement"])
            .arg(requirements),
    )?;
    fs::write(&installed, wanted).context("cannot note which packages are installed")
}
