//! What every part of a running portal shares.

use std::sync::Arc;

use tokio::sync::Notify;

use crate::access::{Keys, random_secret};
use crate::clock::Clock;
use crate::config::Config;
use crate::database::Db;
use crate::error::Result;
use crate::ledger::Ledger;

#[derive(Clone, Debug)]
pub struct Portal {
    pub config: Arc<Config>,
    pub db: Db,
    pub clock: Clock,
    pub keys: Keys,
    /// What reporting tools have used.
    pub ledger: Ledger,
    /// Rung after a write that queued a letter.
    pub post: Arc<Notify>,
}

impl Portal {
    pub async fn open(config: Config, clock: Clock) -> anyhow::Result<Self> {
        let db = Db::connect(&config.database_url).await?;
        let keys = Keys::new(&config.secret_key);
        let ledger = Ledger::new(config.token_points_per_hour);
        Ok(Self {
            config: Arc::new(config),
            db,
            clock,
            keys,
            ledger,
            post: Arc::new(Notify::new()),
        })
    }

    /// The same with a key that opens nothing: links and codes that it writes do not work.
    pub fn opening_nothing(&self) -> Result<Self> {
        Ok(Self {
            keys: Keys::new(&random_secret()?),
            ..self.clone()
        })
    }
}
