//! The portal and the parts of the measurement, built as they are run for real.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context as _, bail};

use super::Wishes;
use super::process::Process;
use crate::place::Place;
use crate::shell;

/// How long a program may take until it answers.
const PATIENCE: Duration = Duration::from_secs(30);

pub struct Programs {
    pub portal: PathBuf,
    pub bench: PathBuf,
}

impl Programs {
    /// Builds them, the measurement alone where a portal is given.
    ///
    /// # Errors
    /// When that fails.
    pub fn build(place: &Place, wishes: &Wishes) -> anyhow::Result<Self> {
        let mut cargo = shell::cargo(place);
        cargo.args(["build", "--release", "--package", "bench"]);
        if wishes.portal.is_none() {
            cargo.args(["--package", "server"]);
        }
        if !wishes.as_built {
            shell::run(&mut cargo)?;
        }
        let portal = wishes.portal.clone();
        Ok(Self {
            portal: portal.unwrap_or_else(|| place.release("portal")),
            bench: place.release("bench"),
        })
    }

    /// The portal on a database, with the limits and the scope of every portal.
    pub fn portal(&self, folder: &Path, database: &str, address: SocketAddr) -> Command {
        let mut portal = Command::new(&self.portal);
        portal
            .current_dir(folder)
            .env("BIND_ADDR", address.to_string())
            .env("DATABASE_URL", database)
            .env("PUBLIC_URL", format!("http://{address}"))
            .env(
                "SECRET_KEY",
                "a key that opens nothing but what is measured",
            )
            .env("MAIL_TRANSPORT", "log")
            // A tool that asks as fast as it can for minutes would have used up its hour.
            .env("TOKEN_POINTS_PER_HOUR", "4000000000");
        if std::env::var_os("RUST_LOG").is_none() {
            portal.env("RUST_LOG", "warn");
        }
        portal
    }

    /// The portal, serving.
    ///
    /// # Errors
    /// When it does not come up.
    pub fn serve(
        &self,
        folder: &Path,
        database: &str,
        address: SocketAddr,
    ) -> anyhow::Result<Process> {
        let mut portal = self.portal(folder, database, address);
        portal.args(["serve", "--no-worker"]);
        until_it_listens(Process::start(portal)?, address)
    }

    /// The ceiling, serving.
    ///
    /// # Errors
    /// When it does not come up.
    pub fn ceiling(&self, database: &str, address: SocketAddr) -> anyhow::Result<Process> {
        let mut ceiling = Command::new(&self.bench);
        ceiling.args(["ceiling", "--database", database]);
        ceiling.args(["--bind", &address.to_string()]);
        until_it_listens(Process::start(ceiling)?, address)
    }

    /// One of the steps of the measurement; answers what it prints.
    ///
    /// # Errors
    /// When it fails; the message carries all it said.
    pub fn step(&self, words: &[&str]) -> anyhow::Result<String> {
        shell::run_quietly(Command::new(&self.bench).args(words))
    }

    /// Loads `participants` into an empty database.
    ///
    /// # Errors
    /// When that fails.
    pub fn load(&self, folder: &Path, database: &str, participants: u32) -> anyhow::Result<()> {
        let nowhere = SocketAddr::from(([127, 0, 0, 1], 0));
        let mut migrate = self.portal(folder, database, nowhere);
        shell::run_quietly(migrate.arg("migrate"))?;
        let mut seed = self.portal(folder, database, nowhere);
        seed.args(["seed", "--scale", &participants.to_string()]);
        seed.env("RUST_LOG", "info,sqlx=warn").stdout(Stdio::null());
        let begin = Instant::now();
        shell::run(&mut seed)?;
        eprintln!(
            "• {participants} participants loaded in {} s",
            begin.elapsed().as_secs()
        );
        Ok(())
    }

    /// A new key for a reporting tool.
    ///
    /// # Errors
    /// When the portal makes none.
    pub fn token(&self, folder: &Path, database: &str) -> anyhow::Result<String> {
        let nowhere = SocketAddr::from(([127, 0, 0, 1], 0));
        let mut portal = self.portal(folder, database, nowhere);
        portal.args(["token", "create", "--name", "Measuring"]);
        portal.args(["--scope", "reports", "--scope", "reports:personal"]);
        let said = shell::run_quietly(&mut portal)?;
        let secret = said
            .split_whitespace()
            .find(|word| word.starts_with("nas_"));
        Ok(secret.context("the portal printed no key")?.to_owned())
    }
}

fn until_it_listens(mut process: Process, address: SocketAddr) -> anyhow::Result<Process> {
    let begin = Instant::now();
    while begin.elapsed() < PATIENCE {
        if let Some(status) = process.ended() {
            bail!("a program that is measured ended while it started ({status})");
        }
        if std::net::TcpStream::connect(address).is_ok() {
            return Ok(process);
        }
        sleep(Duration::from_millis(50));
    }
    bail!(
        "nobody answers at {address} after {} seconds",
        PATIENCE.as_secs()
    );
}
