//! What has to hold at the end of every test.

use std::collections::BTreeMap;
use std::sync::atomic::Ordering;
use std::thread;

use chrono::Duration;
use entity::{approval_request, letter, task};
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _};
use server::event;
use tokio::runtime::Handle;
use tokio::task::block_in_place;
use uuid::Uuid;

use crate::Portal;

impl Drop for Portal {
    fn drop(&mut self) {
        let looks_away = thread::panicking() || self.is_left_as_it_is.load(Ordering::Relaxed);
        block_in_place(|| {
            Handle::current().block_on(async {
                let told = if looks_away {
                    None
                } else {
                    self.close().await.err()
                };
                self.door.abort();
                self.database.remove(&self.app.db).await;
                if let Some(told) = told {
                    panic!("the portal is not in order at the end of the test: {told}");
                }
            });
        });
    }
}

impl Portal {
    /// Posts all that waits, and says what is not in order.
    async fn close(&self) -> Result<(), String> {
        self.mailbox.faults().clear();
        // Beyond the longest holidays, for which some letters wait.
        self.wait(Duration::days(60));
        self.post_letters().await;
        self.no_letter_is_stuck().await?;
        self.tasks_and_requests_agree().await?;
        self.history_holds().await
    }

    async fn no_letter_is_stuck(&self) -> Result<(), String> {
        let stuck = letter::Entity::find().filter(letter::Column::State.eq(letter::State::Queued));
        let stuck = stuck.all(&self.app.db.read).await.expect("letters");
        let told = stuck.iter().map(|letter| {
            format!(
                "{:?} to {} after {} tries, {:?}",
                letter.kind, letter.to_email, letter.attempts, letter.last_error
            )
        });
        match stuck.is_empty() {
            true => Ok(()),
            false => Err(format!(
                "stuck letters: {}",
                told.collect::<Vec<_>>().join("; ")
            )),
        }
    }

    /// A task's state is what its newest request says.
    pub async fn tasks_and_requests_agree(&self) -> Result<(), String> {
        use approval_request::State as Asked;
        use task::State as Stands;
        let db = &self.app.db.read;
        let requests = approval_request::Entity::find()
            .all(db)
            .await
            .expect("requests");
        let mut of_task: BTreeMap<Uuid, Vec<Asked>> = BTreeMap::new();
        for request in requests {
            of_task
                .entry(request.task_id)
                .or_default()
                .push(request.state);
        }
        for task in task::Entity::find().all(db).await.expect("tasks") {
            let states = of_task.remove(&task.id).unwrap_or_default();
            let count = |wanted: Asked| states.iter().filter(|state| **state == wanted).count();
            let agree = match task.state {
                Stands::Submitted => count(Asked::Waiting) == 1 && count(Asked::Approved) == 0,
                Stands::Approved => count(Asked::Waiting) == 0 && count(Asked::Approved) == 1,
                Stands::Returned => count(Asked::Waiting) == 0 && count(Asked::Returned) > 0,
                Stands::Available | Stands::InProgress | Stands::Reopened | Stands::Waived => {
                    count(Asked::Waiting) == 0 && count(Asked::Approved) == 0
                }
            };
            let is_dated = task.approved_at.is_some() == (task.state == Stands::Approved);
            if !agree || !is_dated {
                return Err(format!(
                    "{} is {:?} but was asked {states:?}",
                    task.title, task.state
                ));
            }
        }
        Ok(())
    }

    async fn history_holds(&self) -> Result<(), String> {
        while event::seal(&self.app).await.expect("a seal") > 0 {}
        let verified = event::verify(&self.app.db.read, None)
            .await
            .expect("the chain");
        verified
            .map(drop)
            .map_err(|broken| format!("the chain of events is broken: {broken:?}"))
    }
}
