//! From the bytes that somebody sent to a file that is kept.

use entity::agreement_scan::Format;
use image::ImageFormat;
use tokio::sync::Semaphore;

use super::{Refused, pdf, picture};
use crate::error::Result;

/// A file as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    pub content: Vec<u8>,
    pub format: Format,
    pub pages: i32,
}

/// Files that are looked into at a time: a picture takes some 200 MB while it is drawn.
static AT_A_TIME: Semaphore = Semaphore::const_new(1);

/// The file as it may be kept, or why it may not. Works on another thread: others wait for this one.
///
/// # Errors
/// That the other thread broke.
pub async fn keep(bytes: Vec<u8>) -> Result<Result<Kept, Refused>> {
    let turn = AT_A_TIME.acquire().await.map_err(anyhow::Error::from)?;
    let looked = tokio::task::spawn_blocking(move || {
        let _turn = turn;
        look_into(bytes)
    });
    Ok(looked.await.map_err(anyhow::Error::from)?)
}

pub(super) fn look_into(bytes: Vec<u8>) -> Result<Kept, Refused> {
    match kind(&bytes)? {
        Kind::Pdf => Ok(Kept {
            pages: pdf::pages_of(&bytes)?,
            content: bytes,
            format: Format::Pdf,
        }),
        Kind::Picture(format) => Ok(Kept {
            content: picture::drawn_anew(&bytes, format)?,
            format: Format::Jpeg,
            pages: 1,
        }),
    }
}

enum Kind {
    Pdf,
    Picture(ImageFormat),
}

/// What a file is by its first bytes. Readers look for a PDF's beginning further down too; here it has to be the beginning,
/// so that a file is not one thing to us and another to them.
fn kind(bytes: &[u8]) -> Result<Kind, Refused> {
    match bytes {
        [] => Err(Refused::Empty),
        _ if bytes.starts_with(b"%PDF-") => Ok(Kind::Pdf),
        _ if bytes.starts_with(&[0xFF, 0xD8, 0xFF]) => Ok(Kind::Picture(ImageFormat::Jpeg)),
        _ if bytes.starts_with(b"\x89PNG\r\n\x1a\n") => Ok(Kind::Picture(ImageFormat::Png)),
        _ => Err(Refused::WrongKind),
    }
}
