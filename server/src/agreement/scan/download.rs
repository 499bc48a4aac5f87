//! Handing a scan out. Whoever has it opens it with a program of their own: no browser shows it as a page of ours.

use entity::agreement_scan::Format;
use entity::agreement_scan_file;
use poem::Response;
use poem::http::header;
use sea_orm::{ConnectionTrait, EntityTrait as _};

use crate::access::{Granted, ReadScan};
use crate::error::{Error, Result};
use crate::page::attachment;

/// The file as an answer, for whoever may read it.
///
/// # Errors
/// `NOT_FOUND` where its bytes are gone.
pub async fn download(db: &impl ConnectionTrait, scan: &Granted<ReadScan>) -> Result<Response> {
    let file = agreement_scan_file::Entity::find_by_id(scan.id);
    let file = file.one(db).await?.ok_or(Error::NotFound("file"))?;
    let (media_type, name) = match scan.format {
        Format::Pdf => ("application/pdf", "signed-paper.pdf"),
        Format::Jpeg => ("image/jpeg", "signed-paper.jpg"),
    };
    Ok(attachment(media_type, name)
        .header(header::X_CONTENT_TYPE_OPTIONS, "nosniff")
        .header(
            header::CONTENT_SECURITY_POLICY,
            "default-src 'none'; sandbox; frame-ancestors 'none'",
        )
        .body(file.content))
}
