//! A word from a door that has no page of its own.

use poem::Response;
use poem::http::{StatusCode, header};

/// Plain text for whoever followed a link to a file.
pub fn say(status: StatusCode, words: &'static str) -> Response {
    Response::builder()
        .status(status)
        .content_type("text/plain; charset=utf-8")
        .header(header::CACHE_CONTROL, "no-store")
        .body(words)
}
