//! Shows one letter: who, when, its text, its HTML kept in a frame, and its source.

use std::sync::Arc;

use poem::web::{Data, Path};
use poem::{Response, handler};

use super::document::{document, missing, response};
use super::escape::{escaped, linked};
use super::name::name;
use super::when::shown;
use crate::Letter;
use crate::shelf::Shelf;

/// What a letter's HTML may do: links that a person clicks open outside the frame, and there
/// without its bounds. No script, no form, no origin.
const SANDBOX: &str =
    "allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation";

#[handler]
pub(super) fn show(Path(number): Path<u64>, shelf: Data<&Arc<Shelf>>) -> Response {
    let Some(letter) = shelf.letter(number) else {
        return missing();
    };
    let name = name(&letter);
    document(
        &format!("{name} – Mailbox (demo)"),
        &[
            format!(
                "<p><a href=\"/\">All letters</a></p>\n<h1>{}</h1>",
                escaped(&name)
            ),
            envelope(&letter),
            text(&letter),
            html(&letter),
            headers(&letter),
            format!("<p><a href=\"/letters/{number}/raw\">Raw source</a></p>"),
        ]
        .join("\n"),
    )
}

#[handler]
pub(super) fn show_html(Path(number): Path<u64>, shelf: Data<&Arc<Shelf>>) -> Response {
    shelf.letter(number).map_or_else(missing, |letter| {
        // Pictures must be in the letter: nobody learns that it was read.
        let policy = format!(
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; \
             frame-ancestors 'self'; sandbox {SANDBOX}"
        );
        let html = with_links_to_top(&letter.html());
        response("text/html; charset=utf-8", &policy, html)
    })
}

#[handler]
pub(super) fn show_raw(Path(number): Path<u64>, shelf: Data<&Arc<Shelf>>) -> Response {
    shelf.letter(number).map_or_else(missing, |letter| {
        let raw = letter.raw.to_vec();
        response("text/plain; charset=utf-8", "default-src 'none'", raw)
    })
}

fn envelope(letter: &Letter) -> String {
    format!(
        "<dl>\n<dt>To</dt><dd>{}</dd>\n<dt>From</dt><dd>{}</dd>\n<dt>Accepted</dt><dd>{}</dd>\n</dl>",
        escaped(&letter.to.join(", ")),
        escaped(&letter.from),
        shown(letter.accepted_at)
    )
}

fn text(letter: &Letter) -> String {
    let text = letter.text();
    if text.is_empty() {
        return "<h2>Text</h2>\n<p>This letter has no text part.</p>".to_owned();
    }
    format!("<h2>Text</h2>\n<div class=\"text\">{}</div>", linked(&text))
}

fn html(letter: &Letter) -> String {
    if letter.html().is_empty() {
        return "<h2>HTML</h2>\n<p>This letter has no HTML part.</p>".to_owned();
    }
    format!(
        "<h2>HTML</h2>\n<iframe title=\"HTML part of the letter\" src=\"/letters/{}/html\" \
         sandbox=\"{}\"></iframe>",
        letter.number, SANDBOX
    )
}

fn headers(letter: &Letter) -> String {
    let rows: String = letter
        .headers()
        .iter()
        .map(|(name, value)| format!("<dt>{}</dt><dd>{}</dd>\n", escaped(name), escaped(value)))
        .collect();
    format!("<h2>Headers</h2>\n<dl>\n{rows}</dl>")
}

/// Makes links leave the frame, where nothing would work. The element belongs into the head; where
/// there is none it comes first.
fn with_links_to_top(html: &str) -> String {
    let head = html.to_ascii_lowercase().find("<head>");
    let (before, after) = html.split_at(head.map_or(0, |at| at + "<head>".len()));
    format!("{before}<base target=\"_top\">{after}")
}
