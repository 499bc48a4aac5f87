//! Handing out the words to print.

use poem::Response;

use super::{BLANK, Desk};
use crate::agreement::file::MEDIA_TYPE;
use crate::agreement::pages::show::is_appointed;
use crate::agreement::{pdf, scan, shown};
use crate::error::Result;
use crate::page::attachment;
use crate::portal::Portal;

/// The words of this asking as a file, with room to sign.
pub async fn print(portal: &Portal, desk: &Desk) -> Result<Response> {
    let asked = &desk.agreement;
    let words = shown(&portal.db.read, asked, &desk.application, &desk.around).await?;
    let is_appointed = is_appointed(&desk.application.answers);
    let paper = scan::blank(&words, asked.id, asked.asked_at, is_appointed);
    // Setting a document takes a processor for a while, and others wait for this thread.
    let made = tokio::task::spawn_blocking(move || pdf::make(&paper)).await;
    let content = made.map_err(anyhow::Error::from)??;
    Ok(attachment(MEDIA_TYPE, BLANK).body(content))
}
