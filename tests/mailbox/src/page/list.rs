//! Lists the letters, newest first.

use std::sync::Arc;

use poem::web::{Data, Query};
use poem::{Response, handler};

use super::document::document;
use super::escape::{escaped, query_value};
use super::name::name;
use super::search::Search;
use super::when::shown;
use crate::Letter;
use crate::shelf::Shelf;

const PAGE: usize = 50;

#[handler]
pub(super) fn list(Query(search): Query<Search>, shelf: Data<&Arc<Shelf>>) -> Response {
    let letters = search.matches(&shelf);
    let pages = letters.len().div_ceil(PAGE).max(1);
    let page = search.page.parse().unwrap_or(1).clamp(1, pages);
    let start = (page - 1) * PAGE;
    let end = letters.len().min(start + PAGE);
    let main = format!(
        "<h1>Mailbox (demo)</h1>\n\
         <p>Letters the portal has sent. None of them was delivered.</p>\n\
         {form}\n{letters}\n{pages}",
        form = form(&search, page),
        letters = if letters.is_empty() {
            nothing(&search)
        } else {
            let items: String = letters[start..end].iter().map(item).collect();
            format!(
                "<p>{} to {end} of {}, newest first</p>\n<ol class=\"letters\">\n{items}</ol>",
                start + 1,
                letters.len()
            )
        },
        pages = turning(&search, page, pages),
    );
    document("Mailbox (demo)", &main)
}

fn form(search: &Search, page: usize) -> String {
    format!(
        r#"<form method="get" action="/" role="search">
<label for="q">Search by address or subject</label>
<input id="q" name="q" type="search" value="{words}">
<button>Search</button>
</form>
<p><a href="{here}">Refresh</a></p>"#,
        words = escaped(search.words()),
        here = address(search, page),
    )
}

fn nothing(search: &Search) -> String {
    if search.words().is_empty() {
        return "<p>No letters yet. Do something in the portal, then refresh.</p>".to_owned();
    }
    format!(
        "<p>No letters match “{}”. <a href=\"/\">All letters</a></p>",
        escaped(search.words())
    )
}

fn item(letter: &Letter) -> String {
    format!(
        "<li><a href=\"/letters/{}\">{}</a><br>\nto {}<br>\n{}</li>\n",
        letter.number,
        escaped(&name(letter)),
        escaped(&letter.to.join(", ")),
        shown(letter.accepted_at)
    )
}

fn turning(search: &Search, page: usize, pages: usize) -> String {
    if pages == 1 {
        return String::new();
    }
    let mut links = String::new();
    if page > 1 {
        let newer = address(search, page - 1);
        links.push_str(&format!("<a rel=\"prev\" href=\"{newer}\">Newer</a>\n"));
    }
    if page < pages {
        let older = address(search, page + 1);
        links.push_str(&format!("<a rel=\"next\" href=\"{older}\">Older</a>\n"));
    }
    format!("<nav aria-label=\"Pages\">\n<p>Page {page} of {pages}</p>\n{links}</nav>")
}

fn address(search: &Search, page: usize) -> String {
    format!("/?q={}&amp;page={page}", query_value(search.words()))
}
