//! A PostgreSQL server of our own, for one test run.

use std::fs;
use std::os::unix::fs::{PermissionsExt as _, chown};
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Context as _;
use tempfile::TempDir;

use crate::{debian, port, secret, shell};

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

/// Who the server runs as when we are root, which it refuses.
#[derive(Clone, Copy)]
struct Owner {
    user: u32,
    group: u32,
}

impl Postgres {
    /// Starts a server on a free port, installing it where that needs nobody's help.
    ///
    /// # Errors
    /// When it is missing or does not start.
    pub fn start() -> anyhow::Result<Self> {
        let programs = match programs() {
            Some(programs) => programs,
            None => {
                debian::install(&["postgresql"], "testing on PostgreSQL")?;
                programs().context("PostgreSQL's programs are not where they are expected")?
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

impl Owner {
    /// The account that Debian's package brings, or else the one that owns nothing.
    fn find() -> anyhow::Result<Self> {
        let id = |which: &str, name: &str| -> anyhow::Result<u32> {
            Ok(shell::run_quietly(Command::new("id").args([which, name]))?
                .trim()
                .parse()?)
        };
        let name = if id("-u", "postgres").is_ok() {
            "postgres"
        } else {
            "nobody"
        };
        Ok(Self {
            user: id("-u", name)?,
            group: id("-g", name)?,
        })
    }
}

/// The newest that Debian installed, which it keeps off the path, or else what the path leads to.
fn programs() -> Option<PathBuf> {
    let versions = fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .flatten();
    let newest = versions
        .map(|version| version.path())
        .filter(|version| version.join("bin/initdb").is_file())
        .max_by_key(|version| {
            version
                .file_name()
                .and_then(|name| name.to_str()?.parse::<u32>().ok())
        });
    newest
        .map(|version| version.join("bin"))
        .or_else(|| shell::on_path("pg_ctl")?.parent().map(Path::to_path_buf))
}
