//! Where the tools are, and a folder for each test to run them in.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use tempfile::TempDir;
use tokio::process::Command;
use tokio::time::timeout;

use crate::stage::Stage;

/// How long a tool may take.
const PATIENCE: Duration = Duration::from_secs(170);

/// A folder with what a tool needs; gone after the test.
pub struct Room(TempDir);

impl Room {
    /// A folder with copies of these files of ours, each under its own name alone.
    pub fn with(files: &[&str]) -> Self {
        let folder = TempDir::with_prefix("portal-client-").expect("a folder");
        let packages = folder.path().join("node_modules");
        std::os::unix::fs::symlink(tools().join("node_modules"), packages).expect("the packages");
        let room = Self(folder);
        for file in files {
            let from = ours().join(file);
            let name = from.file_name().expect("a file's name").to_owned();
            fs::copy(&from, room.path(name)).unwrap_or_else(|why| panic!("{file}: {why}"));
        }
        room
    }

    /// Where something of this name is, or would be.
    pub fn path(&self, name: impl AsRef<Path>) -> PathBuf {
        self.0.path().join(name)
    }

    pub fn write(&self, name: &str, text: &str) {
        fs::write(self.path(name), text).expect("a file");
    }

    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap_or_else(|why| panic!("{name}: {why}"))
    }

    /// Runs Node on a script.
    pub fn node(&self, script: &str) -> Command {
        let mut node = self.command("node", "nodejs");
        node.arg(script);
        node
    }

    /// Runs a program that a package of npm brings.
    pub fn npm(&self, program: &str) -> Command {
        self.installed(&tools().join("node_modules/.bin").join(program))
    }

    /// Runs Python on a script, with the packages of `requirements.txt`.
    pub fn python(&self, script: &str) -> Command {
        let mut python = self.pip("python");
        python.arg(script);
        python
    }

    /// Runs a program that a package of Python brings.
    pub fn pip(&self, program: &str) -> Command {
        self.installed(&tools().join("python/bin").join(program))
    }

    /// Runs a program of the machine, from what Debian calls `package`.
    ///
    /// # Panics
    /// Where the program is missing, with what to install.
    pub fn command(&self, program: &str, package: &str) -> Command {
        let path = std::env::var_os("PATH").unwrap_or_default();
        let is_there = std::env::split_paths(&path).any(|folder| folder.join(program).is_file());
        assert!(
            is_there,
            "{program} is missing: install what Debian calls `{package}`"
        );
        self.here(program)
    }

    fn installed(&self, program: &Path) -> Command {
        assert!(
            program.exists(),
            "{} is not there: `cargo xtask test` installs it",
            program.display()
        );
        self.here(program)
    }

    fn here(&self, program: impl AsRef<OsStr>) -> Command {
        let mut command = Command::new(program);
        command.current_dir(self.0.path()).kill_on_drop(true);
        command
    }
}

/// Lets a tool finish and answers what it printed.
///
/// # Panics
/// If it fails or takes too long, with all that it said.
pub async fn told(command: &mut Command) -> String {
    let output = timeout(PATIENCE, command.output()).await;
    let output = output.unwrap_or_else(|_| panic!("{command:?} takes longer than {PATIENCE:?}"));
    let output = output.unwrap_or_else(|why| panic!("{command:?}: {why}"));
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{command:?}\n{said}{complaint}");
    said
}

/// The same for a tool that is told where the portal is, and its key.
pub async fn asked(stage: &Stage, command: &mut Command) -> String {
    let key = format!("Bearer {}", stage.key);
    command
        .env("PORTAL_URL", stage.url())
        .env("PORTAL_TOKEN", &stage.key)
        .env("PORTAL_AUTHORIZATION", key);
    told(command).await
}

/// Where the files of these tests are.
pub fn ours() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("clients")
}

/// `CLIENTS_DIR`, or `clients` in the folder that this test was built into.
fn tools() -> PathBuf {
    let built = || {
        Some(
            std::env::current_exe()
                .ok()?
                .ancestors()
                .nth(3)?
                .join("clients"),
        )
    };
    let named = std::env::var_os("CLIENTS_DIR").map(PathBuf::from);
    named.or_else(built).expect("a place for tools")
}
