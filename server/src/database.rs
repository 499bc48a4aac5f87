//! The two ways to the database: many readers, and the writers.

use anyhow::{Context as _, Result};
use migration::{Migrator, MigratorTrait as _};
use sea_orm::sqlx::sqlite::{SqliteJournalMode, SqliteSynchronous};
use sea_orm::{ConnectOptions, Database, DatabaseConnection, DbBackend};

/// SQLite lets one writer in at a time and turns the rest away; a pool of one connection makes them queue instead.
/// PostgreSQL has one pool for both.
#[derive(Clone, Debug)]
pub struct Db {
    pub read: DatabaseConnection,
    pub write: DatabaseConnection,
}

impl Db {
    /// Connects, making the folder of an SQLite file if it is not there.
    pub async fn connect(url: &str) -> Result<Self> {
        if let Some(path) = sqlite_path(url) {
            if let Some(folder) = path
                .parent()
                .filter(|folder| !folder.as_os_str().is_empty())
            {
                std::fs::create_dir_all(folder)
                    .with_context(|| format!("cannot make the folder {folder:?}"))?;
            }
            let write = open(url, 1).await?;
            return Ok(Self {
                read: open(url, 5).await?,
                write,
            });
        }
        let pool = open(url, 16).await?;
        Ok(Self {
            read: pool.clone(),
            write: pool,
        })
    }

    /// Brings the tables up to date.
    pub async fn migrate(&self) -> Result<()> {
        Migrator::up(&self.write, None)
            .await
            .context("the database could not be migrated")
    }

    /// Whether every change of the tables is in.
    pub async fn is_migrated(&self) -> Result<bool> {
        Ok(Migrator::get_pending_migrations(&self.read)
            .await?
            .is_empty())
    }

    pub fn is_sqlite(&self) -> bool {
        self.write.get_database_backend() == DbBackend::Sqlite
    }
}

async fn open(url: &str, connections: u32) -> Result<DatabaseConnection> {
    let mut options = ConnectOptions::new(url);
    options
        .max_connections(connections)
        .sqlx_logging(false)
        .map_sqlx_sqlite_opts(|sqlite| {
            sqlite
                .journal_mode(SqliteJournalMode::Wal)
                // What is acknowledged has to survive a power cut.
                .synchronous(SqliteSynchronous::Full)
                .foreign_keys(true)
                .busy_timeout(std::time::Duration::from_secs(10))
                // Children's data that was expunged must not linger in free pages.
                .pragma("secure_delete", "ON")
        });
    Database::connect(options)
        .await
        .context("DATABASE_URL: cannot connect to the database")
}

fn sqlite_path(url: &str) -> Option<&std::path::Path> {
    let rest = url.strip_prefix("sqlite:")?;
    Some(std::path::Path::new(
        rest.trim_start_matches("//").split('?').next()?,
    ))
}
