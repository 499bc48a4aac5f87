//! The portal as a child of this process.

use std::process::ExitStatus;
use std::time::Duration;

use anyhow::{Context as _, bail};
use tokio::process::{Child, Command};
use tokio::signal::unix::{SignalKind, signal};
use tokio::time::timeout;

use crate::shell;

/// Longer than the portal takes to finish what it is doing.
const FAREWELL: Duration = Duration::from_secs(15);

/// A running portal. Dropping it, e.g. because of an error, ends it at once.
pub struct Server(Child);

impl Server {
    /// # Errors
    /// When the program cannot be started.
    pub fn start(portal: std::process::Command) -> anyhow::Result<Self> {
        let mut command = Command::from(portal);
        // A group of its own: Ctrl-C then reaches this process alone, which ends the portal once.
        command.arg("serve").process_group(0).kill_on_drop(true);
        Ok(Self(
            command.spawn().context("the portal cannot be started")?,
        ))
    }

    /// Whether it has ended by itself.
    pub fn ended(&mut self) -> Option<ExitStatus> {
        self.0.try_wait().ok().flatten()
    }

    /// Waits for Ctrl-C or SIGTERM, then lets the portal finish.
    ///
    /// # Errors
    /// When the portal ends before anybody asked.
    pub async fn run_until_asked_to_stop(mut self) -> anyhow::Result<()> {
        let mut terminated = signal(SignalKind::terminate())?;
        tokio::select! {
            status = self.0.wait() => bail!("the portal ended by itself ({})", status?),
            _ = tokio::signal::ctrl_c() => {}
            _ = terminated.recv() => {}
        }
        eprintln!("\n• stopping");
        if let Some(id) = self.0.id() {
            shell::signal("TERM", &id.to_string());
        }
        if timeout(FAREWELL, self.0.wait()).await.is_err() {
            self.0.kill().await.context("the portal does not stop")?;
        }
        Ok(())
    }
}
