//! A compiler for the browser: three ways to have one.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context as _, bail};

use crate::{debian, shell};

/// Which compiler builds the app.
pub enum Toolchain {
    /// The one in use, which has the standard library for the browser.
    Active,
    /// Debian's, which builds that library from source and borrows this linker.
    Debian { linker: PathBuf },
}

const TARGET: &str = "wasm32-unknown-unknown";
const DEBIAN_RUSTC: &str = "/usr/bin/rustc";
const DEBIAN_SOURCES: &str = "/usr/lib/rustlib/src/rust/library/std";
const DEBIAN_PACKAGES: [&str; 3] = ["rustc-web", "cargo-web", "rust-web-src"];

/// The oldest minor version that builds the app, as `rust-version` in Cargo.toml says.
const OLDEST_MINOR: u32 = 94;

/// Longer than a download takes, shorter than a reader's patience with a network that swallows it.
const RUSTUP_PATIENCE: Duration = Duration::from_secs(120);

/// Finds a compiler, installing one where that needs nobody's help.
///
/// # Errors
/// When none of the three ways is open.
pub fn find() -> anyhow::Result<Toolchain> {
    if is_active() || rustup_adds_it() {
        return Ok(Toolchain::Active);
    }
    match debian() {
        Ok(linker) => Ok(Toolchain::Debian { linker }),
        Err(reason) => bail!(
            "No compiler for the browser ({TARGET}). There are three ways to one:\n\
             1. a toolchain that has the standard library for it;\n\
             2. `rustup target add {TARGET}`, which needs a network;\n\
             3. Debian's packages {} (as root they are installed by this command):\n   {reason:#}",
            DEBIAN_PACKAGES.join(" "),
        ),
    }
}

/// Whether the toolchain in use has the standard library for the browser.
pub fn is_active() -> bool {
    let folder = shell::run_quietly(Command::new("rustc").args([
        "--print",
        "target-libdir",
        "--target",
        TARGET,
    ]));
    folder.is_ok_and(|folder| {
        fs::read_dir(folder.trim()).is_ok_and(|mut files| files.next().is_some())
    })
}

/// Without a network this fails at once; nothing is said then, since there is another way.
fn rustup_adds_it() -> bool {
    let rustup = Command::new("rustup")
        .args(["target", "add", TARGET])
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
    let Ok(mut rustup) = rustup else { return false };
    let begin = Instant::now();
    while begin.elapsed() < RUSTUP_PATIENCE {
        match rustup.try_wait() {
            Ok(Some(status)) => return status.success() && is_active(),
            Ok(None) => thread::sleep(Duration::from_millis(50)),
            Err(_) => break,
        }
    }
    // Too late either way: it may have ended in this very moment.
    let _ended = rustup.kill();
    let _reaped = rustup.wait();
    false
}

fn debian() -> anyhow::Result<PathBuf> {
    if !debian_is_installed() {
        debian::install(&DEBIAN_PACKAGES, "building for the browser")?;
    }
    if !debian_is_installed() {
        bail!("{DEBIAN_RUSTC} is older than 1.{OLDEST_MINOR} or its sources are missing");
    }
    if let Some(linker) = rustup_linker().or_else(debian_linker) {
        return Ok(linker);
    }
    debian::install(&["lld-22"], "linking for the browser")?;
    debian_linker().context("no linker: neither rust-lld nor Debian's lld")
}

/// Debian's ordinary compiler has the same path and can be years older.
fn debian_is_installed() -> bool {
    let version = shell::run_quietly(Command::new(DEBIAN_RUSTC).arg("--version"));
    let minor = version.ok().and_then(|version| {
        let number = version.split_whitespace().nth(1)?;
        number.split('.').nth(1)?.parse::<u32>().ok()
    });
    Path::new(DEBIAN_SOURCES).is_dir() && minor.is_some_and(|minor| minor >= OLDEST_MINOR)
}

/// Rustup's toolchains bring a linker that knows the browser's format.
fn rustup_linker() -> Option<PathBuf> {
    let sysroot = shell::run_quietly(Command::new("rustc").args(["--print", "sysroot"])).ok()?;
    let hosts = fs::read_dir(Path::new(sysroot.trim()).join("lib/rustlib")).ok()?;
    hosts
        .flatten()
        .map(|host| host.path().join("bin/rust-lld"))
        .find(|linker| linker.is_file())
}

/// The newest `lld-…` that Debian has.
fn debian_linker() -> Option<PathBuf> {
    (14..40)
        .rev()
        .find_map(|version| shell::on_path(&format!("lld-{version}")))
}
