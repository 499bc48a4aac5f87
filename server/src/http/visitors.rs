//! Whoever answers on a link page: where from, and with what.

use poem::http::header;
use poem::{Endpoint, Middleware, Request};

use super::client::address;
use crate::page::Visitor;
use crate::portal::Portal;

/// Puts a [`Visitor`] beside each request. To be laid inside the middleware that adds the [`Portal`].
#[derive(Clone, Copy, Debug)]
pub struct Visitors;

impl<E: Endpoint> Middleware<E> for Visitors {
    type Output = Visited<E>;
    fn transform(&self, inner: E) -> Self::Output {
        Visited { inner }
    }
}

/// An endpoint that knows its visitors.
#[derive(Debug)]
pub struct Visited<E> {
    inner: E,
}

impl<E: Endpoint> Endpoint for Visited<E> {
    type Output = E::Output;

    async fn call(&self, mut request: Request) -> poem::Result<Self::Output> {
        let trusted = request
            .data::<Portal>()
            .map(|portal| portal.config.trusted_proxies.clone())
            .unwrap_or_default();
        let visitor = Visitor {
            ip: address(&request, &trusted),
            user_agent: request
                .header(header::USER_AGENT)
                .unwrap_or_default()
                .to_owned(),
        };
        request.set_data(visitor);
        self.inner.call(request).await
    }
}
