//! The SMTP server: RFC 5321 with 8BITMIME (RFC 6152), SIZE (RFC 1870) and PIPELINING (RFC 2920).

mod accept;
mod address;
mod command;
mod converse;
mod envelope;
mod line;
mod receive;
mod reply;

use std::sync::Arc;
use std::time::Duration;

use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::JoinSet;
use tokio::time::sleep;

use crate::Faults;
use crate::shelf::Shelf;

/// What every connection needs.
#[derive(Clone, Debug)]
pub(crate) struct Counter {
    pub(crate) letter_bytes: usize,
    pub(crate) shelf: Arc<Shelf>,
    pub(crate) faults: Faults,
}

/// Takes letters in until the post office closes, which also ends every open connection.
pub(crate) async fn listen(listener: TcpListener, counter: Counter, mut open: watch::Receiver<()>) {
    let mut connections = JoinSet::new();
    loop {
        tokio::select! {
            _ = open.changed() => return,
            Some(_) = connections.join_next() => {}
            accepted = listener.accept() => match accepted {
                Ok((stream, _)) if !counter.faults.refuse_connection() => {
                    connections.spawn(converse::converse(stream, counter.clone()));
                }
                Ok(_) => {}
                // Out of file handles, as a rule: give the open connections time to end.
                Err(_) => sleep(Duration::from_millis(50)).await,
            },
        }
    }
}
