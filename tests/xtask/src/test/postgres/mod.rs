//! A PostgreSQL server of our own, for one test run.

mod owner;
mod programs;

use std::fs;
use std::os::unix::fs::{PermissionsExt as _, chown};
use std::os::unix::process::CommandExt as _;
use std::path::PathBuf;
use std::process::Command;

use anyhow::Context as _;
use tempfile::TempDir;

use crate::{debian, port, secret, shell};
use owner::Owner;

/// Safe to lose: everything is deleted with it anyway. Tests open many small databases at once.
const SETTINGS: &str = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off \
                        -c max_connections=200 -c listen_addresses=127.0.0.1";

/// A running server. Dropping it stops it and deletes its files.
pub struct Postgres {
    programs: PathBuf,
    owner: Option<Owner>,
    folder: TempDir,
    url: String,
}

impl Postgres {
    /// Starts a server on a free port, installing it where that needs nobody's help.
    ///
    /// # Errors
    /// When it is missing or does not start.
    pub fn start() -> anyhow::Result<Self> {
        let programs = match programs::find() {
            Some(programs) => programs,
            None => {
                debian::install(&["postgresql"], "testing on PostgreSQL")?;
                programs::find().context("PostgreSQL's programs are not where they are expected")?
            }
        };
        let owner = if shell::is_root() {
            Some(Owner::find()?)
        } else {
            None
        };
        let port = port::free()?;
        let password = secret::random()?;
        let url = format!("postgres://postgres:{password}@127.0.0.1:{port}/postgres");
        let folder = tempfile::Builder::new()
            .prefix("portal-postgres-")
            .tempdir()?;
        let postgres = Self {
            programs,
            owner,
            folder,
            url,
        };
        postgres.initialise(&password)?;
        postgres.launch(port)?;
        Ok(postgres)
    }

    /// The address of its first database, with the right to create others.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// A password even here: other people on this machine can reach the port too.
    fn initialise(&self, password: &str) -> anyhow::Result<()> {
        fs::set_permissions(self.folder.path(), fs::Permissions::from_mode(0o700))?;
        let password_file = self.folder.path().join("password");
        fs::write(&password_file, password)?;
        if let Some(Owner { user, group }) = self.owner {
            chown(self.folder.path(), Some(user), Some(group))?;
            chown(&password_file, Some(user), Some(group))?;
        }
        let mut initdb = self.program("initdb");
        initdb.args([
            "--username=postgres",
            "--encoding=UTF8",
            "--no-locale",
            "--no-sync",
        ]);
        initdb
            .args(["--auth=scram-sha-256"])
            .arg("--pwfile")
            .arg(&password_file);
        initdb.arg("--pgdata").arg(self.data());
        shell::run_quietly(&mut initdb).map(drop)
    }

    fn launch(&self, port: u16) -> anyhow::Result<()> {
        let sockets = self.folder.path().display();
        let mut pg_ctl = self.program("pg_ctl");
        pg_ctl
            .args(["start", "--wait", "--silent"])
            .arg("--pgdata")
            .arg(self.data());
        pg_ctl.arg("--log").arg(self.folder.path().join("log"));
        pg_ctl
            .arg("--options")
            .arg(format!("{SETTINGS} -p {port} -k '{sockets}'"));
        // The server would hold our pipes open for as long as it runs.
        pg_ctl
            .stdin(std::process::Stdio::null())
            .stdout(std::process::Stdio::null());
        shell::run(&mut pg_ctl)
            .with_context(|| fs::read_to_string(self.folder.path().join("log")).unwrap_or_default())
    }

    fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    fn program(&self, name: &str) -> Command {
        let mut program = Command::new(self.programs.join(name));
        program.current_dir(self.folder.path());
        if let Some(Owner { user, group }) = self.owner {
            program.uid(user).gid(group);
        }
        program
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        let mut pg_ctl = self.program("pg_ctl");
        pg_ctl.args(["stop", "--wait", "--mode=immediate", "--silent"]);
        pg_ctl.arg("--pgdata").arg(self.data());
        // One that never started cannot be stopped, and has said so already.
        let _said = shell::run_quietly(&mut pg_ctl);
    }
}
