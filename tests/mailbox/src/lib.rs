//! A post office for tests and for the demo: an SMTP server that delivers nothing, keeps every
//! letter in memory and lets people read them.
//!
//! ```no_run
//! # async fn example() -> anyhow::Result<()> {
//! use mailbox::{Fault, Mailbox, Refusal};
//!
//! let mailbox = Mailbox::start().await?;
//! mailbox.faults().add(Fault::RefuseRecipient(Refusal::LATER).once().to("mentor@school.test"));
//! // … the portal sends to `mailbox.smtp_url()`, is put off once, and tries again …
//! let link = mailbox.letter_to("mentor@school.test").await.link();
//! # Ok(())
//! # }
//! ```
//!
//! Reading order: [`Letter`] is what is kept, `shelf` keeps it, `smtp` takes it in, [`Fault`] spoils
//! that on request, `wait` gives it to a test and `page` shows it to a person.

mod fault;
mod letter;
mod page;
mod read;
mod shelf;
mod smtp;
mod start;
mod wait;

use std::net::SocketAddr;
use std::sync::Arc;

use tokio::sync::watch;

pub use fault::{Fault, Faults, Plan, Refusal};
pub use letter::Letter;
use shelf::Shelf;
pub use start::Settings;

/// A handle on a running post office. Clones are cheap and share everything; when the last one is
/// dropped, the SMTP server and its pages stop and every open connection is closed.
#[derive(Clone, Debug)]
pub struct Mailbox {
    smtp_addr: SocketAddr,
    settings: Settings,
    shelf: Arc<Shelf>,
    faults: Faults,
    /// Never sent on: the servers wait for it to be dropped.
    open: Arc<watch::Sender<()>>,
}

impl Mailbox {
    /// Where letters are to be sent, e.g. `smtp://127.0.0.1:40123`.
    pub fn smtp_url(&self) -> String {
        format!("smtp://{}", self.smtp_addr)
    }

    /// The address the SMTP server listens on.
    pub fn smtp_addr(&self) -> SocketAddr {
        self.smtp_addr
    }

    /// What is to go wrong, and how often. Takes effect at once, also on open connections.
    pub fn faults(&self) -> &Faults {
        &self.faults
    }
}
