//! What every part of a running portal shares.

use std::sync::Arc;

use tokio::sync::Notify;

use crate::access::Keys;
use crate::clock::Clock;
use crate::config::Config;
use crate::database::Db;

#[derive(Clone, Debug)]
pub struct Portal {
    pub config: Arc<Config>,
    pub db: Db,
    pub clock: Clock,
    pub keys: Keys,
    /// Rung after a write that queued a letter.
    pub post: Arc<Notify>,
}

impl Portal {
    pub async fn open(config: Config, clock: Clock) -> anyhow::Result<Self> {
        let db = Db::connect(&config.database_url).await?;
        let keys = Keys::new(&config.secret_key);
        Ok(Self {
            config: Arc::new(config),
            db,
            clock,
            keys,
            post: Arc::new(Notify::new()),
        })
    }
}
