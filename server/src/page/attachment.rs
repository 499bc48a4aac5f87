//! A file that goes out to be kept, never to be shown as a page of ours.

use poem::http::header;
use poem::{Response, ResponseBuilder};

/// What such an answer begins with; `name` is what the file is called.
pub fn attachment(media_type: &str, name: &str) -> ResponseBuilder {
    Response::builder()
        .content_type(media_type)
        .header(header::CACHE_CONTROL, "no-store")
        .header(
            header::CONTENT_DISPOSITION,
            format!("attachment; filename=\"{name}\""),
        )
}
