//! The worker: claims, renders, sends, marks. Delivery is at least once, with the same Message-ID at every try.

use std::time::Duration;

use entity::letter;
use futures_util::StreamExt as _;
use futures_util::future::BoxFuture;
use tokio::sync::watch;

use super::claim::{claim, settle};
use super::{Outcome, Post};
use crate::error::Result;
use crate::portal::Portal;

/// A letter's words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rendered {
    pub subject: String,
    pub text: String,
    pub html: String,
    pub attached: Vec<Attached>,
}

/// A file that goes with a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attached {
    pub name: &'static str,
    /// Such as `text/plain; charset=utf-8`.
    pub media_type: &'static str,
    /// Arrives to the byte.
    pub content: Vec<u8>,
}

impl Rendered {
    /// The same letter with this file.
    pub fn with(mut self, file: Attached) -> Self {
        self.attached.push(file);
        self
    }
}

/// Finds the words for a letter; none where nothing is left to say.
pub type Render =
    for<'a> fn(&'a Portal, &'a letter::Model) -> BoxFuture<'a, Result<Option<Rendered>>>;

/// Letters that are on their way at the same time.
const AT_ONCE: usize = 8;
/// How often the worker looks although nobody rang: letters that wait for their hour, other servers' letters.
const LOOK_EVERY: Duration = Duration::from_secs(2);

/// Sends letters until `stop` says so; those in flight are finished.
pub async fn run(portal: Portal, post: Post, render: Render, mut stop: watch::Receiver<bool>) {
    loop {
        if let Err(error) = drain(&portal, &post, render).await {
            tracing::error!(?error, "the worker could not look into the outbox");
        }
        tokio::select! {
            () = portal.post.notified() => {}
            () = tokio::time::sleep(LOOK_EVERY) => {}
            _ = stop.wait_for(|stop| *stop) => return,
        }
    }
}

/// Sends everything that is due now and answers how many letters were tried.
pub async fn drain(portal: &Portal, post: &Post, render: Render) -> Result<usize> {
    let mut tried = 0;
    loop {
        let due = claim(portal).await?;
        if due.is_empty() {
            return Ok(tried);
        }
        tried += due.len();
        let results: Vec<Result<()>> = futures_util::stream::iter(due)
            .map(|letter| async move { deliver(portal, post, render, &letter).await })
            .buffer_unordered(AT_ONCE)
            .collect()
            .await;
        results.into_iter().collect::<Result<()>>()?;
    }
}

async fn deliver(
    portal: &Portal,
    post: &Post,
    render: Render,
    letter: &letter::Model,
) -> Result<()> {
    let outcome = match render(portal, letter).await {
        Ok(Some(rendered)) => post.send(&portal.config, letter, rendered).await,
        Ok(None) => Outcome::NotNeeded,
        Err(error) => Outcome::Later(format!("could not be written: {}", error.message())),
    };
    settle(portal, letter, outcome).await
}
