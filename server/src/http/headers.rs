//! Headers that every answer has.

use poem::http::{HeaderName, HeaderValue, header};
use poem::{Endpoint, IntoResponse, Middleware, Request, Response};

/// Says what browsers may never do with an answer of ours. What an answer says itself stands.
#[derive(Clone, Copy, Debug)]
pub struct Everywhere;

/// The same, and that no trace of a link's address goes anywhere.
#[derive(Clone, Copy, Debug)]
pub struct LinkPages;

/// Pages with forms for whoever is signed in. A browser that may not say where a form comes from says that it comes from
/// nowhere, so the referrer stays as it is everywhere.
#[derive(Clone, Copy, Debug)]
pub struct OfficePages;

static EVERYWHERE: [(HeaderName, &str); 5] = [
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "same-origin"),
    (
        header::CONTENT_SECURITY_POLICY,
        "default-src 'none'; base-uri 'none'; frame-ancestors 'none'",
    ),
    (
        HeaderName::from_static("cross-origin-opener-policy"),
        "same-origin",
    ),
    (
        HeaderName::from_static("cross-origin-resource-policy"),
        "same-origin",
    ),
];

static LINK_PAGES: [(HeaderName, &str); 4] = [
    (
        header::CONTENT_SECURITY_POLICY,
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    ),
    (header::REFERRER_POLICY, "no-referrer"),
    (header::CACHE_CONTROL, "no-store"),
    (HeaderName::from_static("x-robots-tag"), "noindex, nofollow"),
];

impl<E: Endpoint> Middleware<E> for Everywhere {
    type Output = WithHeaders<E>;
    fn transform(&self, inner: E) -> Self::Output {
        WithHeaders {
            inner,
            headers: &EVERYWHERE,
        }
    }
}

static OFFICE_PAGES: [(HeaderName, &str); 2] = [
    (
        header::CONTENT_SECURITY_POLICY,
        "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    ),
    (header::CACHE_CONTROL, "no-store"),
];

impl<E: Endpoint> Middleware<E> for OfficePages {
    type Output = WithHeaders<E>;
    fn transform(&self, inner: E) -> Self::Output {
        WithHeaders {
            inner,
            headers: &OFFICE_PAGES,
        }
    }
}

impl<E: Endpoint> Middleware<E> for LinkPages {
    type Output = WithHeaders<E>;
    fn transform(&self, inner: E) -> Self::Output {
        WithHeaders {
            inner,
            headers: &LINK_PAGES,
        }
    }
}

/// An endpoint whose answers get headers that they have not set themselves, errors too.
#[derive(Debug)]
pub struct WithHeaders<E> {
    inner: E,
    headers: &'static [(HeaderName, &'static str)],
}

impl<E: Endpoint> Endpoint for WithHeaders<E> {
    type Output = Response;

    async fn call(&self, request: Request) -> poem::Result<Response> {
        let mut response = match self.inner.call(request).await {
            Ok(output) => output.into_response(),
            Err(error) => error.into_response(),
        };
        for (name, value) in self.headers {
            response
                .headers_mut()
                .entry(name.clone())
                .or_insert(HeaderValue::from_static(value));
        }
        Ok(response)
    }
}
