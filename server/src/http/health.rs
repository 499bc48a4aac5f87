//! Whether the server lives, and whether it can work.

use poem::http::StatusCode;
use poem::web::Data;
use poem::{Response, handler};

use crate::portal::Portal;

/// The process answers.
#[handler]
pub fn alive() -> &'static str {
    "ok\n"
}

/// The database answers and its tables are up to date.
#[handler]
pub async fn ready(portal: Data<&Portal>) -> Response {
    match portal.db.is_migrated().await {
        Ok(true) => Response::builder()
            .content_type("text/plain")
            .body("ready\n"),
        Ok(false) => unready("the database has to be migrated: run `portal migrate`\n"),
        Err(error) => {
            tracing::error!(?error, "the database does not answer");
            unready("the database does not answer\n")
        }
    }
}

fn unready(why: &'static str) -> Response {
    Response::builder()
        .status(StatusCode::SERVICE_UNAVAILABLE)
        .content_type("text/plain")
        .body(why)
}
