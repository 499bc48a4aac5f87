//! A database for one test.

mod postgres;

use server::database::Db;
use tempfile::TempDir;

/// Where a portal of a test keeps its things; gone after the test.
#[derive(Debug)]
pub enum Database {
    Sqlite {
        folder: TempDir,
        url: String,
    },
    Postgres {
        server: String,
        name: String,
        url: String,
    },
}

impl Database {
    /// On the PostgreSQL server that `TEST_DATABASE_URL` names, or else a file of SQLite.
    pub async fn create() -> Self {
        match std::env::var("TEST_DATABASE_URL") {
            Ok(server) if !server.is_empty() => {
                let name = postgres::create(&server).await;
                let url = postgres::address(&server, &name);
                Self::Postgres { server, name, url }
            }
            _ => {
                let folder = tempfile::Builder::new()
                    .prefix("portal-test-")
                    .tempdir()
                    .expect("a folder");
                let url = format!("sqlite://{}/portal.db?mode=rwc", folder.path().display());
                Self::Sqlite { folder, url }
            }
        }
    }

    pub fn url(&self) -> &str {
        match self {
            Self::Sqlite { url, .. } | Self::Postgres { url, .. } => url,
        }
    }

    /// Brings the tables up to date where no template has done so.
    pub(crate) async fn fill(&self, app: &server::portal::Portal) {
        if let Self::Sqlite { .. } = self {
            app.db.migrate().await.expect("tables");
        }
    }

    /// Closes and deletes it.
    pub async fn remove(&self, db: &Db) {
        // A pool that a test has broken is no harm.
        drop(db.close().await);
        if let Self::Postgres { server, name, .. } = self {
            postgres::remove(server, name).await;
        }
    }
}
