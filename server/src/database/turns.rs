//! Turns at writing, where only one can write at a time.
//!
//! Making sure that a transaction is on the disk takes as long as a good part of what it does, and pages that many
//! transactions change are written for each of them. So those who wait while somebody writes share a transaction: what
//! each does is kept or undone by itself, by a savepoint, and nobody hears how it went before the whole is on the disk.

use std::sync::Arc;
use std::time::{Duration, Instant};

use sea_orm::{
    ConnectionTrait as _, DatabaseConnection, DatabaseTransaction, DbErr, SqliteTransactionMode,
    TransactionOptions, TransactionTrait as _,
};
use tokio::sync::{mpsc, oneshot};

use super::log::Log;

/// For how long a transaction takes in whoever waits; the first of them hears that much later.
const TAKES_IN: Duration = Duration::from_millis(10);

/// The queue for the one connection that writes.
#[derive(Clone)]
pub struct Turns(mpsc::UnboundedSender<Asking>);

/// Somebody who waits for a turn, and the pool of the one connection.
struct Asking {
    pool: DatabaseConnection,
    give: oneshot::Sender<Result<Turn, DbErr>>,
}

/// A turn at writing, in a transaction that others may share. What was done in one that is dropped is undone.
pub struct Turn {
    // Dropped before the end is told: whoever hears of it has the transaction for himself.
    shared: Arc<DatabaseTransaction>,
    end: oneshot::Sender<End>,
}

/// How somebody ended a turn.
struct End {
    wish: Wish,
    tell: oneshot::Sender<Ended>,
}

#[derive(Clone, Copy)]
enum Wish {
    Keep,
    Undo,
}

/// That the transaction is on the disk, or why not.
type Ended = Result<(), Arc<DbErr>>;

impl Turns {
    /// Opens the queue of those who write into this log.
    pub fn open(log: Log) -> Self {
        let (turns, queue) = mpsc::unbounded_channel();
        tokio::spawn(give_turns(queue, log));
        Self(turns)
    }

    /// Waits for a turn.
    pub async fn take(&self, pool: &DatabaseConnection) -> Result<Turn, DbErr> {
        let (give, given) = oneshot::channel();
        let pool = pool.clone();
        self.0.send(Asking { pool, give }).map_err(|_| closed())?;
        given.await.map_err(|_| closed())?
    }
}

impl Turn {
    /// Where to write.
    pub fn transaction(&self) -> &DatabaseTransaction {
        &self.shared
    }

    /// Keeps what was done, and waits until it is on the disk.
    pub async fn commit(self) -> Result<(), DbErr> {
        self.end(Wish::Keep).await
    }

    /// Undoes what was done. What it saw may have been done just before in the same transaction, so that this waits
    /// as well until that is certain.
    pub async fn roll_back(self) -> Result<(), DbErr> {
        self.end(Wish::Undo).await
    }

    async fn end(self, wish: Wish) -> Result<(), DbErr> {
        let Self { shared, end } = self;
        drop(shared);
        let (tell, told) = oneshot::channel();
        end.send(End { wish, tell }).map_err(|_| closed())?;
        let ended = told.await.map_err(|_| closed())?;
        ended.map_err(|why| DbErr::Custom(format!("the transaction could not be committed: {why}")))
    }
}

fn closed() -> DbErr {
    DbErr::Custom("the database is closed".to_owned())
}

async fn give_turns(mut queue: mpsc::UnboundedReceiver<Asking>, mut log: Log) {
    while let Some(first) = queue.recv().await {
        // Whoever gave up while the file was busy costs nobody a transaction.
        if first.give.is_closed() {
            continue;
        }
        let options = TransactionOptions {
            // A deferred transaction that turns into a writer fails with "database is locked" instead of waiting.
            sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
            ..TransactionOptions::default()
        };
        match first.pool.begin_with_options(options).await {
            Ok(transaction) => log.grow(share(transaction, first, &mut queue).await),
            // Whoever asked may be gone.
            Err(why) => drop(first.give.send(Err(why))),
        }
    }
}

/// Gives turns within one transaction, commits it, tells everybody who had one, and answers how many that were.
async fn share(
    transaction: DatabaseTransaction,
    first: Asking,
    queue: &mut mpsc::UnboundedReceiver<Asking>,
) -> usize {
    let mut told = Vec::new();
    let shared = Arc::new(transaction);
    let done = go_round(&shared, first, queue, &mut told).await;
    let ended = match (done, Arc::into_inner(shared)) {
        (Ok(()), Some(transaction)) => transaction.commit().await,
        // Dropped, it is rolled back.
        (Err(why), _) => Err(why),
        (Ok(()), None) => Err(closed()),
    };
    let (ended, turns) = (ended.map_err(Arc::new), told.len());
    for tell in told {
        drop(tell.send(ended.clone()));
    }
    turns
}

async fn go_round(
    shared: &Arc<DatabaseTransaction>,
    first: Asking,
    queue: &mut mpsc::UnboundedReceiver<Asking>,
    told: &mut Vec<oneshot::Sender<Ended>>,
) -> Result<(), DbErr> {
    let begin = Instant::now();
    let mut next = Some(first);
    shared.execute_unprepared("SAVEPOINT turn").await?;
    while let Some(asking) = next {
        let (end, ended) = oneshot::channel();
        let shared_with = shared.clone();
        drop(asking.give.send(Ok(Turn {
            shared: shared_with,
            end,
        })));
        // Whoever is gone keeps nothing and hears nothing.
        let wish = ended.await.map_or(Wish::Undo, |end| {
            told.push(end.tell);
            end.wish
        });
        let is_last = queue.is_empty() || begin.elapsed() > TAKES_IN;
        let sql = match wish {
            Wish::Keep if is_last => return Ok(()),
            Wish::Keep => "RELEASE turn; SAVEPOINT turn",
            Wish::Undo => "ROLLBACK TO turn",
        };
        shared.execute_unprepared(sql).await?;
        next = (!is_last).then(|| queue.try_recv().ok()).flatten();
    }
    Ok(())
}
