//! What Debian's packages bring.

use std::process::Command;
use std::sync::Once;

use anyhow::bail;

use crate::shell;

/// Installs packages where that is possible without asking anybody: as root, with `apt-get`.
///
/// # Errors
/// Elsewhere, with a message that says what to install and why.
pub fn install(packages: &[&str], why: &str) -> anyhow::Result<()> {
    let names = packages.join(" ");
    if shell::on_path("apt-get").is_none() || !shell::is_root() {
        bail!("{why} needs what Debian calls `{names}`. Please install it and try again.");
    }
    eprintln!("• installing {names} ({why})");
    refresh_lists();
    shell::run_quietly(apt_get(&["install", "--yes", "--no-install-recommends"]).args(packages))?;
    Ok(())
}

/// A machine's first lists can be empty or old. Failing is not yet an error: the lists at hand may do.
fn refresh_lists() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        if let Err(error) = shell::run_quietly(&mut apt_get(&["update"])) {
            eprintln!("  {error:#}");
        }
    });
}

fn apt_get(words: &[&str]) -> Command {
    let mut apt_get = Command::new("apt-get");
    apt_get
        .args(words)
        .arg("--quiet")
        .env("DEBIAN_FRONTEND", "noninteractive");
    apt_get
}
