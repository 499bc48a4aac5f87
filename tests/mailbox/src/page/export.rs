//! Hands the letters to scripts.

use std::sync::Arc;

use poem::error::InternalServerError;
use poem::web::{Data, Query};
use poem::{Response, Result, handler};
use serde::Serialize;

use super::document::response;
use super::search::Search;
use super::when::stamp;
use crate::Letter;
use crate::shelf::Shelf;

/// A letter in `/api/letters.json`.
#[derive(Serialize)]
struct Exported {
    number: u64,
    /// RFC 3339, UTC.
    accepted_at: String,
    from: String,
    to: Vec<String>,
    subject: String,
    message_id: Option<String>,
    text: String,
    links: Vec<String>,
}

/// Every letter that matches `q`, newest first.
#[handler]
pub(super) fn export(Query(search): Query<Search>, shelf: Data<&Arc<Shelf>>) -> Result<Response> {
    let letters: Vec<_> = search.matches(&shelf).iter().map(exported).collect();
    let json = serde_json::to_vec(&letters).map_err(InternalServerError)?;
    Ok(response("application/json", "default-src 'none'", json))
}

fn exported(letter: &Letter) -> Exported {
    Exported {
        number: letter.number,
        accepted_at: stamp(letter.accepted_at),
        from: letter.from.clone(),
        to: letter.to.clone(),
        subject: letter.subject(),
        message_id: letter.message_id(),
        text: letter.text(),
        links: letter.links(),
    }
}
