//! Running: HTTP, the worker, and what has to be done every so often, until a signal says stop.

use std::time::Duration;

use anyhow::{Context as _, Result};
use poem::Server;
use poem::listener::{Acceptor as _, Listener as _, TcpListener};
use tokio::sync::watch;
use tokio::task::JoinSet;

use crate::error::Error;
use crate::outbox::{self, Post};
use crate::portal::Portal;
use crate::{
    agreement, application, approval, change, enrolment, event, http, invitation, post, token,
    upload,
};

/// Requests in flight may take this long to finish after a stop.
const GRACE: Duration = Duration::from_secs(20);
/// How often mentors are reminded and events sealed, if there is cause.
const ROUND: Duration = Duration::from_secs(60);

/// Serves HTTP until `stop`, with the worker beside it if wanted. `bound` hears the address once it is open.
///
/// # Errors
/// An address that is taken, a mail server's address that cannot be read.
pub async fn serve(
    portal: Portal,
    with_worker: bool,
    stop: watch::Receiver<bool>,
    bound: impl FnOnce(std::net::SocketAddr),
) -> Result<()> {
    let address = portal.config.bind_addr;
    let acceptor = TcpListener::bind(address).into_acceptor().await;
    let acceptor = acceptor.with_context(|| {
        format!("BIND_ADDR: {address} cannot be opened; is something there already?")
    })?;
    if let Some(address) = acceptor
        .local_addr()
        .iter()
        .find_map(|local| local.as_socket_addr().copied())
    {
        bound(address);
    }
    let mut side = JoinSet::new();
    if with_worker {
        side.spawn(work(portal.clone(), stop.clone()));
    }
    let books = tokio::spawn(token::keep_books(portal.clone(), stop.clone()));
    let mut stopped = stop;
    let app = http::routes(portal.clone())?;
    Server::new_with_acceptor(http::Patient::new(acceptor))
        .run_with_graceful_shutdown(
            app,
            async move { drop(stopped.wait_for(|stop| *stop).await) },
            Some(GRACE),
        )
        .await
        .context("the server stopped")?;
    books.await.context("the books broke")?;
    // What the last requests used.
    token::flush(&portal).await;
    while let Some(ended) = side.join_next().await {
        ended.context("the worker broke")??;
    }
    Ok(())
}

/// Sends letters and does the rounds until `stop`.
///
/// # Errors
/// A mail server's address that cannot be read.
pub async fn work(portal: Portal, stop: watch::Receiver<bool>) -> Result<()> {
    upload::say_whether(&portal.config);
    let post = Post::open(&portal.config.mail)?;
    let rounds = tokio::spawn(do_rounds(portal.clone(), stop.clone()));
    outbox::run(portal, post, post::render, stop).await;
    rounds.await.context("the rounds broke")
}

async fn do_rounds(portal: Portal, mut stop: watch::Receiver<bool>) {
    loop {
        round(&portal).await;
        tokio::select! {
            () = tokio::time::sleep(ROUND) => {}
            _ = stop.wait_for(|stop| *stop) => return,
        }
    }
}

/// Everything that is done every so often, once. What fails is told and tried again with the next round.
pub async fn round(portal: &Portal) {
    // What is over reminds nobody any more.
    tell("ran out of time", application::expire(portal).await);
    tell("approvals chased", approval::chase(portal).await);
    tell("papers scanned", agreement::look_over(portal).await);
    tell("agreements chased", agreement::chase(portal).await);
    tell("invitations chased", invitation::chase(portal).await);
    tell("offers chased", application::remind(portal).await);
    if let Err(error) = enrolment::begin(portal).await {
        tracing::error!(?error, "could not begin enrolments");
    }
    if let Err(error) = event::seal(portal).await {
        tracing::error!(?error, "could not seal the events");
    }
    tell("agreements set as PDF", agreement::make_files(portal).await);
    if let Err(error) = change::clear(portal).await {
        tracing::error!(?error, "could not clear old changes away");
    }
    if let Err(error) = token::clear_uses(portal).await {
        tracing::error!(?error, "could not clear away what tokens used long ago");
    }
}

fn tell(what: &str, done: Result<usize, Error>) {
    match done {
        Ok(0) => {}
        Ok(number) => tracing::info!(number, "{what}"),
        Err(error) => tracing::error!(?error, "not done: {what}"),
    }
}

/// A switch that Ctrl-C or a terminate signal turns.
///
/// # Errors
/// A machine that has no signals.
pub fn until_signal() -> Result<watch::Receiver<bool>> {
    use tokio::signal::unix::{SignalKind, signal};
    let (turn, switch) = watch::channel(false);
    let mut terminate = signal(SignalKind::terminate())?;
    tokio::spawn(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = tokio::signal::ctrl_c() => {}
        }
        tracing::info!("stopping: requests and letters in flight are finished first");
        turn.send_replace(true);
    });
    Ok(switch)
}
