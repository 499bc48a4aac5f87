//! The ways to the database: requests that read, everybody else who reads, and the writers.

mod log;
mod look;
mod turns;
mod writing;

use std::time::Duration;

use anyhow::{Context as _, Result};
use migration::{Migrator, MigratorTrait as _};
use sea_orm::sqlx::sqlite::{SqliteJournalMode, SqliteSynchronous};
use sea_orm::{
    ConnectOptions, Database, DatabaseConnection, DbBackend, DbErr, TransactionTrait as _,
};

pub use look::{Listener, Look};
pub use writing::Writing;

use log::Log;
use turns::Turns;

/// Three pools, so that nobody who keeps a connection waits for somebody who keeps another: a request keeps one for
/// reading while it writes, and a file of a report keeps one for minutes. SQLite lets one writer in at a time and turns
/// the rest away; on its one connection they take turns instead.
#[derive(Clone)]
pub struct Db {
    looks: DatabaseConnection,
    pub read: DatabaseConnection,
    pub write: DatabaseConnection,
    /// Where there is but one writer.
    turns: Option<Turns>,
    /// What hears the statements of looks.
    pub listener: Option<Listener>,
}

/// Connections by what they are for. Two servers with their workers fit into the hundred that PostgreSQL has.
struct Sizes {
    looks: u32,
    read: u32,
    write: u32,
}

const SQLITE: Sizes = Sizes {
    looks: 4,
    read: 4,
    write: 1,
};
const POSTGRES: Sizes = Sizes {
    looks: 10,
    read: 6,
    write: 6,
};

/// How PostgreSQL plans.
#[derive(Clone, Copy)]
enum Plans {
    /// Once a statement. Those of requests find rows by ids and keep to an order, so that any values are as good as
    /// others, and planning one anew takes longer than most of them.
    Once,
    /// With the values in mind: rounds look for a few rows among many by their state.
    ByValue,
}

impl Db {
    /// Connects, making the folder of an SQLite file if it is not there.
    pub async fn connect(url: &str) -> Result<Self> {
        let sizes = match sqlite_path(url) {
            Some(path) => {
                let folder = path.parent();
                if let Some(folder) = folder.filter(|folder| !folder.as_os_str().is_empty()) {
                    std::fs::create_dir_all(folder)
                        .with_context(|| format!("cannot make the folder {folder:?}"))?;
                }
                SQLITE
            }
            None => POSTGRES,
        };
        // The writer first: it is the one who makes the file.
        let write = open(url, sizes.write, Plans::ByValue).await?;
        let read = open(url, sizes.read, Plans::ByValue).await?;
        let is_sqlite = write.get_database_backend() == DbBackend::Sqlite;
        Ok(Self {
            looks: open(url, sizes.looks, Plans::Once).await?,
            turns: is_sqlite.then(|| Turns::open(Log::new(read.clone()))),
            read,
            write,
            listener: None,
        })
    }

    /// A transaction that writes, once it is one's turn.
    pub async fn begin(&self) -> Result<Writing, DbErr> {
        Ok(match &self.turns {
            Some(turns) => Writing::InTurn(turns.take(&self.write).await?),
            None => Writing::Alone(self.write.begin().await?),
        })
    }

    /// A look at the database, for one request.
    pub fn look(&self) -> Look {
        Look::new(&self.looks, self.listener.clone())
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

    /// Ends all connections. Once they are closed it is no harm to close them again.
    pub async fn close(&self) -> Result<(), DbErr> {
        for pool in [&self.looks, &self.read, &self.write] {
            pool.close_by_ref().await?;
        }
        Ok(())
    }

    pub fn is_sqlite(&self) -> bool {
        self.write.get_database_backend() == DbBackend::Sqlite
    }
}

impl std::fmt::Debug for Db {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        to.debug_struct("Db").finish_non_exhaustive()
    }
}

async fn open(url: &str, connections: u32, plans: Plans) -> Result<DatabaseConnection> {
    let mut options = ConnectOptions::new(url);
    options
        .max_connections(connections)
        .sqlx_logging(false)
        // Who was just given back is alive. Asking each time would double the journeys.
        .test_before_acquire_if_idle_for(Duration::from_secs(1))
        .map_sqlx_postgres_opts(move |postgres| match plans {
            Plans::Once => postgres.options([("plan_cache_mode", "force_generic_plan")]),
            Plans::ByValue => postgres,
        })
        .map_sqlx_sqlite_opts(move |sqlite| {
            sqlite
                .journal_mode(SqliteJournalMode::Wal)
                // What is acknowledged has to survive a power cut.
                .synchronous(SqliteSynchronous::Full)
                .foreign_keys(true)
                .busy_timeout(Duration::from_secs(10))
                // Children's data that was expunged must not linger in free pages.
                .pragma("secure_delete", "ON")
                // What a savepoint remembers is forgotten soon, and no file is made for it.
                .pragma("temp_store", "MEMORY")
                // 8 MB rather than 2 for whoever writes: the pages of many transactions that become one.
                .pragma(
                    "cache_size",
                    if connections == 1 { "-8000" } else { "-2000" },
                )
                .pragma("wal_autocheckpoint", log::LONG)
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
