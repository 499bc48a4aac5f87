//! A running portal, and what can be done from outside.

use std::sync::atomic::{AtomicBool, Ordering};

use chrono::{DateTime, Duration, Utc};
use mailbox::Mailbox;
use server::clock::Clock;
use server::outbox::{self, Post};
use server::{post, serve};
use tokio::task::JoinHandle;

use crate::{Database, Dump, LinkPage, Programme};

/// A whole portal of one test. When it is dropped, it posts every letter that waits and fails the test if one is stuck.
#[derive(Debug)]
pub struct Portal {
    /// The portal itself: its database, its clock, its keys.
    pub app: server::portal::Portal,
    /// The ids of what runs.
    pub programme: Programme,
    pub(crate) mailbox: Mailbox,
    pub(crate) post: Post,
    pub(crate) database: Database,
    pub(crate) door: JoinHandle<()>,
    pub(crate) is_left_as_it_is: AtomicBool,
}

impl Portal {
    /// Where letters arrive.
    pub fn mailbox(&self) -> &Mailbox {
        &self.mailbox
    }

    /// Where browsers reach it, without a slash at the end.
    pub fn url(&self) -> &str {
        &self.app.config.public_url
    }

    pub fn clock(&self) -> &Clock {
        &self.app.clock
    }

    pub fn now(&self) -> DateTime<Utc> {
        self.app.clock.now()
    }

    /// Time passes.
    pub fn wait(&self, by: Duration) {
        self.app.clock.advance(by);
    }

    /// It becomes this moment, such as `2026-10-24T09:00:00Z`.
    ///
    /// # Panics
    /// For what is no moment.
    pub fn wait_until(&self, moment: &str) {
        self.app.clock.set(moment.parse().expect("a moment"));
    }

    /// Posts every letter that is due now. Answers how many were tried.
    ///
    /// # Panics
    /// If the outbox cannot be read.
    pub async fn post_letters(&self) -> usize {
        let tried = outbox::drain(&self.app, &self.post, post::render).await;
        tried.expect("the outbox")
    }

    /// Does what the portal does every minute: reminds mentors, seals events.
    pub async fn rounds(&self) {
        serve::round(&self.app).await;
    }

    /// Posts what is due, and answers the link of the newest letter to this address.
    pub async fn link_to(&self, address: &str) -> String {
        self.post_letters().await;
        self.mailbox.letter_to(address).await.link()
    }

    /// Opens the link of a letter in a browser that has never been here.
    pub async fn follow(&self, link: &str) -> LinkPage {
        LinkPage::open(link).await
    }

    /// Every row of every table.
    pub async fn dump(&self) -> Dump {
        Dump::of(&self.app.db.read).await
    }

    /// For a test that ends in disorder on purpose: what is left in the outbox is not looked at.
    pub fn leave_as_it_is(&self) {
        self.is_left_as_it_is.store(true, Ordering::Relaxed);
    }
}
