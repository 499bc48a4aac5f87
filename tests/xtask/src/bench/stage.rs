//! Both sides on one PostgreSQL, ready to be asked.

use std::fs;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use anyhow::Context as _;

use super::process::{self, Memory, Process};
use super::programs::Programs;
use crate::postgres::Postgres;

/// A server as somebody would set it up who reads one page about it; what is acknowledged is on the disk.
const SETTINGS: &str = "-c shared_buffers=512MB -c effective_cache_size=2GB -c work_mem=16MB -c max_wal_size=4GB \
                        -c random_page_cost=1.1 -c fsync=on -c synchronous_commit=on -c max_connections=100 \
                        -c shared_preload_libraries=pg_stat_statements -c track_io_timing=off \
                        -c listen_addresses=127.0.0.1";

const POSTGRES: u16 = 55432;
const PORTAL: u16 = 18080;
const CEILING: u16 = 18081;

/// Dropped in this order: whoever holds connections goes before the server.
pub struct Stage<'a> {
    pub programs: &'a Programs,
    pub plan: PathBuf,
    pub portal: Process,
    pub ceiling: Process,
    pub postgres: Postgres,
}

impl<'a> Stage<'a> {
    /// Loads the database unless an earlier run did, copies it, and starts both sides on the copy.
    ///
    /// # Errors
    /// When anything of it fails.
    pub fn set(programs: &'a Programs, folder: &Path, participants: u32) -> anyhow::Result<Self> {
        fs::create_dir_all(folder)?;
        let postgres = Postgres::keep(&folder.join("postgres"), POSTGRES, SETTINGS)?;
        let template = template(programs, folder, &postgres, participants)?;
        eprintln!("• copying the loaded database");
        postgres.ask("postgres", "DROP DATABASE IF EXISTS bench WITH (FORCE)")?;
        let copy = format!("CREATE DATABASE bench TEMPLATE {template} STRATEGY file_copy");
        postgres.ask("postgres", &copy)?;
        postgres.ask(
            "postgres",
            "CREATE EXTENSION IF NOT EXISTS pg_stat_statements",
        )?;
        let database = postgres.url_of("bench");
        let (at_portal, at_ceiling) = (here(PORTAL), here(CEILING));
        // The tables may have changed since it was loaded.
        crate::shell::run_quietly(programs.portal(folder, &database, at_portal).arg("migrate"))?;
        postgres.ask("bench", "VACUUM ANALYZE")?;
        let token = programs.token(folder, &database)?;
        let portal = programs.serve(folder, &database, at_portal)?;
        let ceiling = programs.ceiling(&database, at_ceiling)?;
        let plan = folder.join("plan.json");
        let (portal_address, ceiling_address) = (at_portal.to_string(), at_ceiling.to_string());
        programs.step(&[
            "prepare",
            "--database",
            &database,
            "--portal",
            &portal_address,
            "--ceiling",
            &ceiling_address,
            "--token",
            &token,
            "--plan",
            plan.to_str().context("a path in UTF-8")?,
        ])?;
        Ok(Self {
            programs,
            plan,
            portal,
            ceiling,
            postgres,
        })
    }

    /// Forgets the statements that were counted.
    ///
    /// # Errors
    /// When PostgreSQL does not answer.
    pub fn forget_statements(&self) -> anyhow::Result<()> {
        self.postgres
            .ask("postgres", "SELECT pg_stat_statements_reset()")
            .map(drop)
    }

    /// Statements on the measured database since they were forgotten.
    ///
    /// # Errors
    /// When PostgreSQL does not answer.
    pub fn statements(&self) -> anyhow::Result<f64> {
        let calls = "SELECT coalesce(sum(calls), 0) FROM pg_stat_statements s JOIN pg_database d ON d.oid = s.dbid \
                     WHERE d.datname = 'bench'";
        Ok(self.postgres.ask("postgres", calls)?.parse()?)
    }

    /// Memory of the portal.
    ///
    /// # Errors
    /// When it has ended.
    pub fn memory(&self) -> anyhow::Result<Memory> {
        process::memory(self.portal.id())
    }
}

/// An address of this machine.
pub fn here(port: u16) -> SocketAddr {
    SocketAddr::from(([127, 0, 0, 1], port))
}

/// The name of the loaded database, which nobody is connected to.
fn template(
    programs: &Programs,
    folder: &Path,
    postgres: &Postgres,
    participants: u32,
) -> anyhow::Result<String> {
    let name = format!("scale_{participants}");
    let known = format!("SELECT 1 FROM pg_database WHERE datname = '{name}'");
    if postgres.ask("postgres", &known)?.is_empty() {
        // Renamed when it is whole: a run that was stopped on the way leaves nothing that looks ready.
        let raw = format!("{name}_raw");
        postgres.ask(
            "postgres",
            &format!("DROP DATABASE IF EXISTS {raw} WITH (FORCE)"),
        )?;
        postgres.ask("postgres", &format!("CREATE DATABASE {raw}"))?;
        programs.load(folder, &postgres.url_of(&raw), participants)?;
        postgres.ask(&raw, "VACUUM ANALYZE")?;
        postgres.ask(
            "postgres",
            &format!("ALTER DATABASE {raw} RENAME TO {name}"),
        )?;
    }
    Ok(name)
}
