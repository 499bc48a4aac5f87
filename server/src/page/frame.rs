//! What every page has around its content.

use askama::Template;
use poem::Response;
use poem::http::{StatusCode, header};

use crate::portal::Portal;
use crate::stationery::office;

/// What the base template uses.
#[derive(Clone, Debug)]
pub struct Frame {
    pub title: String,
    /// Titles of pages with errors say so first: screen readers read the title first.
    pub has_errors: bool,
    pub stylesheet: Option<String>,
    /// The address for questions.
    pub office: String,
}

impl Frame {
    pub fn new(portal: &Portal, title: impl Into<String>) -> Self {
        Self {
            title: title.into(),
            has_errors: false,
            stylesheet: crate::bundle::stylesheet(),
            office: office(&portal.config).to_owned(),
        }
    }

    pub fn with_errors(self, has_errors: bool) -> Self {
        Self { has_errors, ..self }
    }
}

/// The page as an answer.
pub fn page(status: StatusCode, template: &impl Template) -> Response {
    match template.render() {
        Ok(html) => Response::builder()
            .status(status)
            .header(header::CONTENT_TYPE, "text/html; charset=utf-8")
            .body(html),
        Err(error) => {
            tracing::error!(?error, "a page's template failed");
            Response::builder()
                .status(StatusCode::INTERNAL_SERVER_ERROR)
                .header(header::CONTENT_TYPE, "text/plain; charset=utf-8")
                .body("Sorry, this page cannot be shown at the moment. Nothing was changed. Try again in a minute.")
        }
    }
}
