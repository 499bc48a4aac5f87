//! Many who write at once. On SQLite they share transactions, and nobody may notice.

use std::time::Duration;

use entity::event::{self, Kind};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, PaginatorTrait as _, QueryFilter as _,
};
use server::access::Actor;
use server::error::{Error, Result};
use server::event::{About, record};
use server::portal::Portal as App;
use server::tx::{self, Tx};
use tests::Portal;
use tokio::task::JoinSet;
use tokio::time::{sleep, timeout};

const WRITERS: usize = 60;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_is_kept_or_undone_by_itself() {
    let portal = Portal::start().await;
    let mut writers = JoinSet::new();
    for number in 0..WRITERS {
        let app = portal.app.clone();
        writers.spawn(async move {
            let note = format!("writer {number}");
            let written = match number % 5 {
                3 => {
                    let failed = write(&app, &note, async |_| Err::<(), _>(Error::Forbidden));
                    assert!(failed.await.is_err());
                    false
                }
                4 => {
                    let stays = async |_: &Tx| {
                        sleep(Duration::from_secs(60)).await;
                        Ok(())
                    };
                    // Whoever asked goes away in the middle.
                    let gone = timeout(Duration::from_millis(20), write(&app, &note, stays));
                    assert!(gone.await.is_err());
                    false
                }
                _ => {
                    let done = write(&app, &note, async |_| Ok(()));
                    done.await.expect("it is written");
                    // Another connection sees only what was committed.
                    assert_eq!(count(&app.db.read, &note).await.expect("a count"), 1);
                    true
                }
            };
            (note, written)
        });
    }
    for (note, written) in writers.join_all().await {
        let found = count(&portal.app.db.read, &note).await.expect("a count");
        assert_eq!(found, u64::from(written), "{note}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_refusal_tells_only_of_what_is_there() {
    let portal = Portal::start().await;
    let mut writers = JoinSet::new();
    for number in 0..WRITERS {
        let app = portal.app.clone();
        writers.spawn(async move {
            let seen = write(&app, "one more", async |tx| {
                let seen = count(tx, "one more").await?;
                match number % 2 {
                    0 => Ok(seen),
                    _ => Err(Error::WrongState(seen.to_string())),
                }
            });
            // One that is refused saw its own as well, which is undone.
            let known = match seen.await {
                Ok(seen) => seen,
                Err(refused) => refused.message().parse::<u64>().expect("a number") - 1,
            };
            let there = count(&app.db.read, "one more").await.expect("a count");
            assert!(there >= known, "{there} are there, {known} were told");
        });
    }
    writers.join_all().await;
}

/// Notes something down, and then does the rest.
async fn write<T>(app: &App, note: &str, rest: impl AsyncFnOnce(&Tx) -> Result<T>) -> Result<T> {
    tx::write(app, &Actor::System, async |tx| {
        let note = Some(note.to_owned());
        record(tx, Kind::TaskStarted, About::default(), note).await?;
        rest(tx).await
    })
    .await
}

async fn count(db: &impl ConnectionTrait, note: &str) -> Result<u64> {
    let noted = event::Entity::find().filter(event::Column::Note.eq(note));
    Ok(noted.count(db).await?)
}
