//! Whether anything has changed since the last bundle.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use sha2::{Digest as _, Sha256};

use crate::place::Place;
use crate::secret;

/// What the files under `frontend/dist` were made from. A folder stands for all that is in it.
const INPUTS: [&str; 5] = [
    "Cargo.toml",
    "Cargo.lock",
    "frontend",
    "server/schema.graphql",
    "tests/xtask/src/bundle",
];

/// What is made, not written.
const OUTPUTS: [&str; 3] = ["dist", "node_modules", "target"];

/// A hash over the names and contents of everything that goes in. Contents, because a fresh clone
/// has new times and old contents.
///
/// # Errors
/// When a file cannot be read.
pub fn of_inputs(place: &Place) -> anyhow::Result<String> {
    let mut files = Vec::new();
    for input in INPUTS {
        collect(&place.root().join(input), &mut files)?;
    }
    files.sort();

    let mut hash = Sha256::new();
    for file in files {
        let bytes = fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?;
        let name = file.strip_prefix(place.root()).unwrap_or(&file);
        hash.update(name.as_os_str().as_encoded_bytes());
        hash.update((bytes.len() as u64).to_le_bytes());
        hash.update(bytes);
    }
    Ok(secret::hex(&hash.finalize()))
}

/// The octets of a first visit to the bundle at hand, if it was made from these inputs.
pub fn read(place: &Place, inputs: &str) -> Option<usize> {
    let stamp = fs::read_to_string(file(place)).ok()?;
    stamp.strip_prefix(inputs)?.trim().parse().ok()
}

/// Notes what the bundle was made from and how much a first visit to it loads.
///
/// # Errors
/// When it cannot be written.
pub fn write(place: &Place, inputs: &str, first_visit: usize) -> anyhow::Result<()> {
    let stamp = format!("{inputs} {first_visit}\n");
    fs::write(file(place), stamp).context("cannot write the bundle's stamp")
}

/// Inside the bundle, so that both are deleted together.
fn file(place: &Place) -> PathBuf {
    place.dist().join(".stamp")
}

fn collect(path: &Path, files: &mut Vec<PathBuf>) -> anyhow::Result<()> {
    if path.is_file() {
        files.push(path.to_path_buf());
    } else if path.is_dir() {
        for entry in fs::read_dir(path)? {
            let entry = entry?;
            let name = entry.file_name();
            let skipped = OUTPUTS.iter().any(|output| name == *output)
                || name.to_string_lossy().starts_with(".tmp");
            if !skipped {
                collect(&entry.path(), files)?;
            }
        }
    }
    Ok(())
}
