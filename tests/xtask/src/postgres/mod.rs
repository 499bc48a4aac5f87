//! A PostgreSQL server of our own: for one test run, or kept between measurements.

mod owner;
mod programs;

use std::fs;
use std::os::unix::fs::{PermissionsExt as _, chown};
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Context as _;
use tempfile::TempDir;

use crate::{debian, port, secret, shell};
use owner::Owner;

/// Safe to lose: everything is deleted with it anyway. Tests open many small databases at once.
const SETTINGS: &str = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off \
                        -c max_connections=200 -c listen_addresses=127.0.0.1";

/// A running server. Dropping it stops it, and deletes the files of one that is not kept.
pub struct Postgres {
    programs: PathBuf,
    owner: Option<Owner>,
    folder: Folder,
    settings: String,
    url: String,
}

enum Folder {
    Thrown(TempDir),
    Kept(PathBuf),
}

impl Folder {
    fn path(&self) -> &Path {
        match self {
            Self::Thrown(folder) => folder.path(),
            Self::Kept(folder) => folder,
        }
    }
}

impl Postgres {
    /// Starts a server on a free port, installing it where that needs nobody's help.
    ///
    /// # Errors
    /// When it is missing or does not start.
    pub fn start() -> anyhow::Result<Self> {
        let folder = tempfile::Builder::new()
            .prefix("portal-postgres-")
            .tempdir()?;
        let (port, password) = (port::free()?, secret::random()?);
        let postgres = Self::new(
            Folder::Thrown(folder),
            port,
            &password,
            SETTINGS,
            "testing on PostgreSQL",
        )?;
        postgres.initialise(&password)?;
        postgres.launch(port)?;
        Ok(postgres)
    }

    /// Starts a server whose files stay in `folder`, with these settings.
    ///
    /// # Errors
    /// When it is missing or does not start.
    pub fn keep(folder: &Path, port: u16, settings: &str) -> anyhow::Result<Self> {
        fs::create_dir_all(folder)?;
        let file = folder.join("password");
        let is_new = !folder.join("data/PG_VERSION").exists();
        let password = if is_new {
            secret::random()?
        } else {
            fs::read_to_string(&file)?
        };
        let kept = Folder::Kept(folder.to_path_buf());
        let postgres = Self::new(kept, port, &password, settings, "measuring on PostgreSQL")?;
        if is_new {
            postgres.initialise(&password)?;
        } else {
            // One that was left running by a run that was killed.
            postgres.stop("fast");
        }
        postgres.launch(port)?;
        Ok(postgres)
    }

    fn new(
        folder: Folder,
        port: u16,
        password: &str,
        settings: &str,
        why: &str,
    ) -> anyhow::Result<Self> {
        let programs = match programs::find() {
            Some(programs) => programs,
            None => {
                debian::install(&["postgresql"], why)?;
                programs::find().context("PostgreSQL's programs are not where they are expected")?
            }
        };
        let owner = if shell::is_root() {
            Some(Owner::find()?)
        } else {
            None
        };
        Ok(Self {
            programs,
            owner,
            folder,
            settings: settings.to_owned(),
            url: format!("postgres://postgres:{password}@127.0.0.1:{port}/postgres"),
        })
    }

    /// The address of its first database, with the right to create others.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// The address of another of its databases.
    pub fn url_of(&self, database: &str) -> String {
        let host = self.url.rsplit_once('/').map_or("", |(host, _)| host);
        format!("{host}/{database}")
    }

    /// What its own client prints for a statement, without headings.
    ///
    /// # Errors
    /// What the server says about the statement.
    pub fn ask(&self, database: &str, statement: &str) -> anyhow::Result<String> {
        let mut psql = Command::new(self.programs.join("psql"));
        psql.args(["--no-psqlrc", "--quiet", "--tuples-only", "--no-align"]);
        psql.args(["--set", "ON_ERROR_STOP=1", "--command", statement]);
        psql.arg(self.url_of(database));
        Ok(shell::run_quietly(&mut psql)?.trim().to_owned())
    }

    /// The number of its first process, of which all others are children.
    ///
    /// # Errors
    /// When it does not run.
    pub fn process(&self) -> anyhow::Result<u32> {
        let file = fs::read_to_string(self.data().join("postmaster.pid"))?;
        Ok(file.lines().next().unwrap_or_default().trim().parse()?)
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
            .arg(format!("{} -p {port} -k '{sockets}'", self.settings));
        // The server would hold our pipes open for as long as it runs.
        pg_ctl
            .stdin(std::process::Stdio::null())
            .stdout(std::process::Stdio::null());
        shell::run(&mut pg_ctl)
            .with_context(|| fs::read_to_string(self.folder.path().join("log")).unwrap_or_default())
    }

    fn stop(&self, mode: &str) {
        let mut pg_ctl = self.program("pg_ctl");
        pg_ctl.args(["stop", "--wait", "--silent", "--mode", mode]);
        pg_ctl.arg("--pgdata").arg(self.data());
        // One that never started cannot be stopped, and has said so already.
        let _said = shell::run_quietly(&mut pg_ctl);
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
        self.stop(match self.folder {
            Folder::Thrown(_) => "immediate",
            Folder::Kept(_) => "fast",
        });
    }
}
