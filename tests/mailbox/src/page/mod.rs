//! The pages on which people read the letters of a demo. Plain HTML without any script.

mod document;
mod escape;
mod export;
mod list;
mod name;
mod search;
mod show;
mod when;

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context as _;
use poem::http::header::CONTENT_TYPE;
use poem::listener::TcpAcceptor;
use poem::{EndpointExt as _, IntoEndpoint, Response, Route, Server, get, handler};
use tokio::net::TcpListener;

use crate::Mailbox;
use crate::shelf::Shelf;

impl Mailbox {
    /// Opens the pages on this address (port 0 takes a free one) and returns the address. They stay
    /// open as long as a handle does.
    ///
    /// # Errors
    /// When the address cannot be opened, e.g. because something else listens there.
    pub async fn serve_page(&self, http: SocketAddr) -> anyhow::Result<SocketAddr> {
        let listener = TcpListener::bind(http)
            .await
            .with_context(|| format!("the mailbox's page cannot listen on {http}"))?;
        let address = listener.local_addr()?;
        let server = Server::new_with_acceptor(TcpAcceptor::from_tokio(listener)?);
        let routes = routes(Arc::clone(&self.shelf));
        let mut open = self.open.subscribe();
        tokio::spawn(async move {
            let closed = async {
                // An error is the news: the last handle was dropped.
                let _ = open.changed().await;
            };
            server
                .run_with_graceful_shutdown(routes, closed, Some(Duration::ZERO))
                .await
        });
        Ok(address)
    }
}

fn routes(shelf: Arc<Shelf>) -> impl IntoEndpoint {
    Route::new()
        .at("/", get(list::list))
        .at("/letters/:number", get(show::show))
        .at("/letters/:number/html", get(show::show_html))
        .at("/letters/:number/raw", get(show::show_raw))
        .at("/api/letters.json", get(export::export))
        .at("/page.css", get(stylesheet))
        .data(shelf)
}

#[handler]
fn stylesheet() -> Response {
    Response::builder()
        .header(CONTENT_TYPE, "text/css; charset=utf-8")
        .body(include_str!("page.css"))
}
