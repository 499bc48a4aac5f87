//! One connection that a request keeps from its first statement to its end.
//!
//! A pool asks a connection whether it still lives whenever it is given back, so that every statement through the pool
//! costs the database two questions. A page asks half a dozen.

use std::sync::Arc;

use futures_util::lock::Mutex;
use sea_orm::prelude::async_trait::async_trait;
use sea_orm::sea_query::Values;
use sea_orm::sqlx::pool::PoolConnection;
use sea_orm::sqlx::{self, AssertSqlSafe, Postgres, Sqlite};
use sea_orm::{
    ConnectionTrait, DatabaseConnection, DbBackend, DbErr, ExecResult, QueryResult, RuntimeErr,
    Statement,
};
use sea_query_sqlx::SqlxValues;

/// Hears every statement that is read through a look; for those who measure.
pub type Listener = Arc<dyn Fn(&Statement) + Send + Sync>;

/// How a request reads: nothing is taken from the pool before the first statement, and then the same connection is used
/// by all. Reads only.
#[derive(Clone)]
pub struct Look {
    pool: DatabaseConnection,
    listener: Option<Listener>,
    held: Arc<Mutex<Option<Held>>>,
}

enum Held {
    Postgres(PoolConnection<Postgres>),
    Sqlite(PoolConnection<Sqlite>),
}

impl Look {
    pub(super) fn new(pool: &DatabaseConnection, listener: Option<Listener>) -> Self {
        Self {
            pool: pool.clone(),
            listener,
            held: Arc::default(),
        }
    }

    /// Lets others have the connection until the next statement: somebody who waits for a turn at writing reads nothing.
    pub async fn rest(&self) {
        *self.held.lock().await = None;
    }

    async fn take(&self) -> Result<Held, DbErr> {
        let taken = match self.get_database_backend() {
            DbBackend::Sqlite => {
                let pool = self.pool.get_sqlite_connection_pool();
                pool.acquire().await.map(Held::Sqlite)
            }
            _ => {
                let pool = self.pool.get_postgres_connection_pool();
                pool.acquire().await.map(Held::Postgres)
            }
        };
        taken.map_err(failed)
    }
}

impl std::fmt::Debug for Look {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        to.debug_struct("Look").finish_non_exhaustive()
    }
}

#[async_trait]
impl ConnectionTrait for Look {
    fn get_database_backend(&self) -> DbBackend {
        self.pool.get_database_backend()
    }

    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        if let Some(listener) = &self.listener {
            listener(&statement);
        }
        let mut held = self.held.lock().await;
        let held = match &mut *held {
            Some(held) => held,
            none => none.insert(self.take().await?),
        };
        let Statement { sql, values, .. } = statement;
        let values = SqlxValues(values.unwrap_or_else(|| Values(Vec::new())));
        let query = AssertSqlSafe(sql);
        macro_rules! all_on {
            ($connection:expr) => {{
                let rows = sqlx::query_with(query, values).fetch_all(&mut **$connection);
                let rows = rows.await.map_err(failed)?.into_iter();
                Ok(rows.map(QueryResult::from).collect())
            }};
        }
        match held {
            Held::Postgres(connection) => all_on!(connection),
            Held::Sqlite(connection) => all_on!(connection),
        }
    }

    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        Ok(self.query_all_raw(statement).await?.into_iter().next())
    }

    async fn execute_raw(&self, _: Statement) -> Result<ExecResult, DbErr> {
        Err(only_reads())
    }

    async fn execute_unprepared(&self, _: &str) -> Result<ExecResult, DbErr> {
        Err(only_reads())
    }
}

fn failed(why: sqlx::Error) -> DbErr {
    DbErr::Query(RuntimeErr::SqlxError(why.into()))
}

fn only_reads() -> DbErr {
    DbErr::Custom("a look only reads; writes go through a transaction".to_owned())
}
