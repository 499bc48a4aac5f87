//! Pages for what cannot be shown or read.

use askama::Template;
use poem::Response;
use poem::http::StatusCode;

use super::frame::{Frame, page};
use crate::portal::Portal;

#[derive(Template)]
#[template(path = "pages/unknown.html")]
struct UnknownPage {
    frame: Frame,
}

#[derive(Template)]
#[template(path = "pages/apology.html")]
struct ApologyPage {
    frame: Frame,
}

#[derive(Template)]
#[template(path = "pages/unreadable.html")]
struct UnreadablePage<'a> {
    frame: Frame,
    address: &'a str,
    is_too_long: bool,
}

/// We made no such link, or it is damaged.
pub fn unknown(portal: &Portal) -> Response {
    page(
        StatusCode::NOT_FOUND,
        &UnknownPage {
            frame: Frame::new(portal, "We do not know this link"),
        },
    )
}

/// Our fault.
pub fn apology(portal: &Portal) -> Response {
    let frame = Frame::new(portal, "Sorry, something went wrong on our side");
    page(StatusCode::INTERNAL_SERVER_ERROR, &ApologyPage { frame })
}

/// What was sent is no form of ours, or too long for one. `address` is where the page is.
pub fn unreadable(portal: &Portal, address: &str, status: StatusCode) -> Response {
    let is_too_long = status == StatusCode::PAYLOAD_TOO_LARGE;
    let title = if is_too_long {
        "That was too much at once"
    } else {
        "What was sent could not be read"
    };
    page(
        status,
        &UnreadablePage {
            frame: Frame::new(portal, title),
            address,
            is_too_long,
        },
    )
}
