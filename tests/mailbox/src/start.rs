//! Opens the post office.

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context as _;
use tokio::net::TcpListener;
use tokio::sync::watch;

use crate::shelf::Shelf;
use crate::smtp::{self, Counter};
use crate::{Faults, Mailbox};

/// How much is kept and how long a test waits.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    /// Letters kept; the oldest goes when one more comes. 5,000 unless told.
    pub letters: usize,
    /// Octets a letter may have, announced by the SIZE extension. 10 MiB unless told.
    pub letter_bytes: usize,
    /// How long [`Mailbox::letter_to`] waits before it gives up. 10 s unless told.
    pub patience: Duration,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            letters: 5_000,
            letter_bytes: 10 * 1024 * 1024,
            patience: Duration::from_secs(10),
        }
    }
}

impl Mailbox {
    /// Opens a post office on a free port of 127.0.0.1.
    ///
    /// # Errors
    /// When no port can be opened.
    pub async fn start() -> anyhow::Result<Self> {
        Self::start_on((Ipv4Addr::LOCALHOST, 0).into()).await
    }

    /// Opens a post office on this address; port 0 takes a free one.
    ///
    /// # Errors
    /// When the address cannot be opened, e.g. because something else listens there.
    pub async fn start_on(smtp: SocketAddr) -> anyhow::Result<Self> {
        Self::start_with(smtp, Settings::default()).await
    }

    /// Opens a post office on this address with other bounds.
    ///
    /// # Errors
    /// When the address cannot be opened, e.g. because something else listens there.
    pub async fn start_with(smtp: SocketAddr, settings: Settings) -> anyhow::Result<Self> {
        let listener = TcpListener::bind(smtp)
            .await
            .with_context(|| format!("the mailbox cannot listen on {smtp}"))?;
        let mailbox = Self {
            smtp_addr: listener.local_addr()?,
            settings,
            shelf: Arc::new(Shelf::for_newest(settings.letters)),
            faults: Faults::default(),
            open: Arc::new(watch::Sender::new(())),
        };
        let counter = Counter {
            letter_bytes: settings.letter_bytes,
            shelf: Arc::clone(&mailbox.shelf),
            faults: mailbox.faults.clone(),
        };
        tokio::spawn(smtp::listen(listener, counter, mailbox.open.subscribe()));
        Ok(mailbox)
    }
}
