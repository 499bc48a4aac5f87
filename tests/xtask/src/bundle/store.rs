//! The files of a bundle: named by their content, compressed once.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest as _, Sha256};
use tempfile::TempDir;

use super::size::Size;
use crate::secret;

/// A folder being filled. It vanishes unless [`Store::into_parts`] takes it.
pub struct Store {
    folder: TempDir,
    sizes: Vec<Size>,
}

impl Store {
    pub fn new(folder: TempDir) -> Self {
        Self {
            folder,
            sizes: Vec::new(),
        }
    }

    /// Writes a file under a name that changes with its content, so that browsers may keep it for
    /// ever: `put("assets", "portal.css", …)` returns e.g. `portal-0123456789ab.css`.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn put(&mut self, folder: &str, name: &str, bytes: &[u8]) -> anyhow::Result<String> {
        let hash = secret::hex(&Sha256::digest(bytes)[..6]);
        let (stem, extension) = name.rsplit_once('.').unwrap_or((name, ""));
        let hashed = format!("{stem}-{hash}.{extension}");
        self.put_as_is(&format!("{folder}/{hashed}"), bytes)?;
        Ok(hashed)
    }

    /// Writes a file under its own name.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn put_as_is(&mut self, path: &str, bytes: &[u8]) -> anyhow::Result<()> {
        let file = self.folder.path().join(path);
        let brotli = brotli(bytes)?;
        let gzip = gzip(bytes)?;
        write(&file, bytes)?;
        write(&with_ending(&file, "br"), &brotli)?;
        write(&with_ending(&file, "gz"), &gzip)?;
        self.sizes.push(Size {
            path: path.to_owned(),
            raw: bytes.len(),
            gzip: gzip.len(),
            brotli: brotli.len(),
        });
        Ok(())
    }

    /// The folder, which now stays, and the sizes of its files in the order of writing.
    pub fn into_parts(self) -> (PathBuf, Vec<Size>) {
        (self.folder.keep(), self.sizes)
    }
}

fn brotli(bytes: &[u8]) -> anyhow::Result<Vec<u8>> {
    let mut packed = Vec::new();
    let best = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        ..Default::default()
    };
    brotli::BrotliCompress(&mut &bytes[..], &mut packed, &best).context("brotli failed")?;
    Ok(packed)
}

fn gzip(bytes: &[u8]) -> anyhow::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}

fn write(file: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(file, bytes).with_context(|| format!("cannot write {}", file.display()))
}

fn with_ending(file: &Path, ending: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    name.into()
}
