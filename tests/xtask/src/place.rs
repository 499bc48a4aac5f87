//! Where things are.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::Context as _;

/// The work tree and the folder that cargo builds into. Both paths are absolute.
pub struct Place {
    root: PathBuf,
    target: PathBuf,
}

impl Place {
    /// Finds the work tree this was started in, and the target folder it was built into.
    ///
    /// # Errors
    /// When cargo did not start this.
    pub fn find() -> anyhow::Result<Self> {
        // At run time: clones that share a target folder may share this program too.
        let package = env::var_os("CARGO_MANIFEST_DIR").context("start this as `cargo xtask`")?;
        let here = Path::new(&package).join("../..");
        let root = here
            .canonicalize()
            .with_context(|| format!("the work tree is not at {}", here.display()))?;
        // <target>/<profile>/xtask: asking our own path honours every way of moving the folder.
        let own = env::current_exe().context("this program cannot tell where it is")?;
        let target = own
            .ancestors()
            .nth(2)
            .context("this program is not in a target folder")?
            .to_path_buf();
        Ok(Self { root, target })
    }

    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Apart from the host's build, so that neither waits for the other's lock.
    pub fn wasm_target(&self) -> PathBuf {
        self.target.join("wasm")
    }

    /// The portal's own binary, as `cargo build -p server` leaves it.
    pub fn portal(&self) -> PathBuf {
        self.target
            .join("debug")
            .join(format!("portal{}", env::consts::EXE_SUFFIX))
    }

    /// A program as `cargo build --release` leaves it.
    pub fn release(&self, name: &str) -> PathBuf {
        self.target
            .join("release")
            .join(format!("{name}{}", env::consts::EXE_SUFFIX))
    }

    /// Where databases for measuring are kept.
    pub fn bench(&self) -> PathBuf {
        self.target.join("bench")
    }

    /// Where other people's tools are kept that tests use.
    pub fn clients(&self) -> PathBuf {
        self.target.join("clients")
    }

    pub fn frontend(&self) -> PathBuf {
        self.root.join("frontend")
    }

    /// What the server hands to browsers.
    pub fn dist(&self) -> PathBuf {
        self.frontend().join("dist")
    }

    /// A file of a package from npm.
    pub fn npm_file(&self, path: &str) -> PathBuf {
        self.frontend().join("node_modules").join(path)
    }

    /// What the demo keeps between two starts.
    pub fn data(&self) -> PathBuf {
        self.root.join("data")
    }
}
