//! Connections do not last for ever: whoever opens one and says nothing, or too slowly, gives it back.

use std::io::{Error, ErrorKind, Result};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use poem::http::uri::Scheme;
use poem::listener::Acceptor;
use poem::web::{LocalAddr, RemoteAddr};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::{Instant, Sleep, sleep};

/// Time in which a request has to be in and its answer under way; longer than any request's own deadline. An idle
/// connection is closed after it too.
const PATIENCE: Duration = Duration::from_secs(60);
/// Connections open at the same time; well below the files that a process may have open by default.
const AT_ONCE: usize = 4_000;

/// Accepts so many connections at once and gives each so much time. What comes beyond is turned away at once, so that
/// it hears of it rather than wait.
#[derive(Debug)]
pub struct Patient<A> {
    inner: A,
    places: Arc<Semaphore>,
}

impl<A> Patient<A> {
    pub fn new(inner: A) -> Self {
        Self {
            inner,
            places: Arc::new(Semaphore::new(AT_ONCE)),
        }
    }
}

impl<A: Acceptor> Acceptor for Patient<A> {
    type Io = Connection<A::Io>;

    fn local_addr(&self) -> Vec<LocalAddr> {
        self.inner.local_addr()
    }

    async fn accept(&mut self) -> Result<(Self::Io, LocalAddr, RemoteAddr, Scheme)> {
        loop {
            let accepted = match self.inner.accept().await {
                Ok(accepted) => accepted,
                Err(error) => {
                    // Out of files, most likely: a breath lets others end instead of spinning here.
                    tracing::warn!(%error, "a connection could not be accepted");
                    sleep(Duration::from_millis(50)).await;
                    continue;
                }
            };
            let Ok(place) = Arc::clone(&self.places).try_acquire_owned() else {
                continue;
            };
            let (io, local, remote, scheme) = accepted;
            let io = Connection {
                io,
                deadline: Box::pin(sleep(PATIENCE)),
                _place: place,
            };
            return Ok((io, local, remote, scheme));
        }
    }
}

/// A connection that ends when nothing has been answered on it for too long.
#[derive(Debug)]
pub struct Connection<Io> {
    io: Io,
    deadline: Pin<Box<Sleep>>,
    _place: OwnedSemaphorePermit,
}

impl<Io> Connection<Io> {
    /// What a side that waits has to hear: nothing yet, or that time is up.
    fn wait<T>(&mut self, context: &mut Context<'_>) -> Poll<Result<T>> {
        self.deadline
            .as_mut()
            .poll(context)
            .map(|()| Err(Error::from(ErrorKind::TimedOut)))
    }

    fn answered(&mut self) {
        self.deadline.as_mut().reset(Instant::now() + PATIENCE);
    }
}

impl<Io: AsyncRead + Unpin> AsyncRead for Connection<Io> {
    /// Reading does not give more time: a byte now and then must not keep a connection.
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<Result<()>> {
        match Pin::new(&mut self.io).poll_read(context, buffer) {
            Poll::Pending => self.wait(context),
            ready => ready,
        }
    }
}

impl<Io: AsyncWrite + Unpin> AsyncWrite for Connection<Io> {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<Result<usize>> {
        match Pin::new(&mut self.io).poll_write(context, bytes) {
            Poll::Pending => self.wait(context),
            ready => {
                self.answered();
                ready
            }
        }
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Result<()>> {
        match Pin::new(&mut self.io).poll_flush(context) {
            Poll::Pending => self.wait(context),
            ready => ready,
        }
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Result<()>> {
        match Pin::new(&mut self.io).poll_shutdown(context) {
            Poll::Pending => self.wait(context),
            ready => ready,
        }
    }
}
