//! Link pages compressed: a mentor with many tasks reads them over a phone.

use std::io::Write as _;

use flate2::Compression;
use flate2::write::GzEncoder;
use poem::http::{HeaderValue, header};
use poem::{Body, Endpoint, IntoResponse, Middleware, Request, Response};

/// Bytes below which compressing gains nothing.
const WORTH_IT: usize = 1_024;

/// Compresses answers that are not, for browsers that take gzip. Meant for small pages: the answer is held whole.
#[derive(Clone, Copy, Debug)]
pub struct Squeeze;

impl<E: Endpoint> Middleware<E> for Squeeze {
    type Output = Squeezed<E>;
    fn transform(&self, inner: E) -> Self::Output {
        Squeezed { inner }
    }
}

/// An endpoint whose answers are compressed.
#[derive(Debug)]
pub struct Squeezed<E> {
    inner: E,
}

impl<E: Endpoint> Endpoint for Squeezed<E> {
    type Output = Response;

    async fn call(&self, request: Request) -> poem::Result<Response> {
        let takes_gzip = request
            .header(header::ACCEPT_ENCODING)
            .is_some_and(|accepted| accepted.split(',').any(|part| part.trim() == "gzip"));
        let mut response = self.inner.call(request).await?.into_response();
        if !takes_gzip || response.headers().contains_key(header::CONTENT_ENCODING) {
            return Ok(response);
        }
        let plain = response.take_body().into_bytes().await?;
        let headers = response.headers_mut();
        headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
        match squeezed(&plain) {
            Some(small) => {
                headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
                headers.remove(header::CONTENT_LENGTH);
                response.set_body(Body::from(small));
            }
            None => response.set_body(Body::from(plain)),
        }
        Ok(response)
    }
}

/// The bytes compressed, where that is worth it.
fn squeezed(plain: &[u8]) -> Option<Vec<u8>> {
    if plain.len() < WORTH_IT {
        return None;
    }
    let mut encoder = GzEncoder::new(Vec::with_capacity(plain.len() / 4), Compression::default());
    encoder.write_all(plain).ok()?;
    encoder.finish().ok()
}
