//! The scanner for harmful files: a program of the machine, such as ClamAV's. It gets the path of the file in a folder that
//! nobody else may enter. Only its own word that a file is clean counts as that.

use std::fs::Permissions;
use std::os::unix::fs::PermissionsExt as _;
use std::process::Stdio;

use anyhow::Context as _;
use tokio::process::Command;
use tokio::time::timeout;

use crate::config::{Config, Scanner};

/// Without it whoever uses the machine could read along.
const OURS_ALONE: u32 = 0o700;

/// What the scanner says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It left with 0.
    Clean,
    /// It left with 1.
    Infected,
    /// Anything else; the file is shown to nobody and looked at again.
    Unsure(String),
}

/// Has the scanner look at a file.
pub async fn look_at(scanner: &Scanner, content: &[u8]) -> Verdict {
    match ask(scanner, content).await {
        Ok(Some(0)) => Verdict::Clean,
        Ok(Some(1)) => Verdict::Infected,
        Ok(Some(code)) => Verdict::Unsure(format!("the scanner left with {code}")),
        Ok(None) => Verdict::Unsure("the scanner was stopped".into()),
        Err(why) => Verdict::Unsure(format!("{why:#}")),
    }
}

/// Tells once whether files are scanned.
pub fn say_whether(config: &Config) {
    if config.upload_scanner.is_none() {
        tracing::warn!(
            "UPLOAD_SCANNER is not set: files that people send are checked by the portal alone, and scanned for nothing known"
        );
    }
}

/// The code with which it left; none where a signal ended it.
async fn ask(scanner: &Scanner, content: &[u8]) -> anyhow::Result<Option<i32>> {
    let folder = tempfile::Builder::new()
        .permissions(Permissions::from_mode(OURS_ALONE))
        .tempdir()
        .context("no folder for the scanner")?;
    let path = folder.path().join("file");
    tokio::fs::write(&path, content)
        .await
        .context("no file for the scanner")?;
    let (program, arguments) = scanner.command.split_first().context("no scanner")?;
    let mut asked = Command::new(program)
        .args(arguments)
        .arg(&path)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .kill_on_drop(true)
        .spawn()
        .with_context(|| format!("{program} cannot be started"))?;
    let left = timeout(scanner.patience, asked.wait())
        .await
        .context("the scanner gave no answer in time")?;
    Ok(left?.code())
}
