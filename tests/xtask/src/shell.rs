//! Other programs.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{env, io};

use anyhow::{Context as _, bail};

use crate::place::Place;

/// The cargo that started us, at the root of the work tree.
pub fn cargo(place: &Place) -> Command {
    let program = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut cargo = Command::new(program);
    cargo.current_dir(place.root());
    // Build scripts that watch these would run again whenever cargo is called from here.
    forget(&mut cargo, |name| {
        name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_")
    });
    cargo
}

/// Keeps the environment variables that match from a program.
pub fn forget(command: &mut Command, matches: impl Fn(&str) -> bool) {
    for (name, _) in env::vars_os() {
        if name.to_str().is_some_and(&matches) {
            command.env_remove(name);
        }
    }
}

/// Runs a program whose output the reader wants to see.
///
/// # Errors
/// When it cannot be started or does not succeed.
pub fn run(command: &mut Command) -> anyhow::Result<()> {
    let status = command
        .status()
        .with_context(|| format!("{} cannot be started", told(command)))?;
    if !status.success() {
        bail!("{} failed ({status})", told(command));
    }
    Ok(())
}

/// Runs a program whose output matters only when it fails; returns what it printed.
///
/// # Errors
/// When it cannot be started or does not succeed; the message carries all it said.
pub fn run_quietly(command: &mut Command) -> anyhow::Result<String> {
    let output = command
        .stdin(Stdio::null())
        .output()
        .with_context(|| format!("{} cannot be started", told(command)))?;
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    if !output.status.success() {
        let complaint = String::from_utf8_lossy(&output.stderr);
        bail!(
            "{} failed ({})\n{said}{complaint}",
            told(command),
            output.status
        );
    }
    Ok(said)
}

/// Where a program is, if `PATH` leads to it.
pub fn on_path(program: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path)
        .map(|folder| folder.join(program))
        .find(|file| file.is_file())
}

/// Sends a signal, e.g. `TERM`, to a process or (with a minus sign) to its group. A process that
/// has ended meanwhile is no error.
pub fn signal(name: &str, process: &str) {
    let _already_gone: io::Result<_> = Command::new("kill")
        .args(["-s", name, "--", process])
        .stderr(Stdio::null())
        .status();
}

/// Whether this process may do anything on the machine.
pub fn is_root() -> bool {
    run_quietly(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0")
}

/// The program's name and first words, for messages.
fn told(command: &Command) -> String {
    let name = Path::new(command.get_program()).file_name();
    let words = name.into_iter().chain(command.get_args().take(3));
    let told: Vec<_> = words.map(OsStr::to_string_lossy).collect();
    format!("`{}`", told.join(" "))
}
