//! A form with a file, read as it comes in: what is too long is never held whole.

use poem::http::{StatusCode, header};
use poem::web::{Field, Multipart};
use poem::{Body, FromRequest as _, Request, RequestBody};
use tokio::io::{AsyncRead, AsyncReadExt as _};
use tokio::sync::{Semaphore, SemaphorePermit};

use super::{MOST_BYTES, Refused};
use crate::page::Fields;

/// What was typed, all together.
const MOST_TYPED: usize = 64 * 1024;
/// Parts of a form; one with every outcome of an award has some eighty.
const MOST_PARTS: usize = 300;
/// Of a file that is too long so much is read and thrown away: a browser hears an answer only once it has sent all.
const MOST_READ: usize = 4 * MOST_BYTES;
/// The name of the field with the file.
const FILE: &str = "file";

/// What somebody sent.
#[derive(Debug)]
pub struct Sent {
    pub fields: Fields,
    pub file: Result<Vec<u8>, Refused>,
    /// Others wait for it.
    _turn: SemaphorePermit<'static>,
}

/// Forms that are held at a time, each with its file.
static AT_A_TIME: Semaphore = Semaphore::const_new(16);

/// Reads the form.
///
/// # Errors
/// The status that says why it cannot be read, or that far more comes than a file may have.
pub async fn receive(request: &Request, body: Body) -> Result<Sent, StatusCode> {
    let told = request.header(header::CONTENT_LENGTH);
    let told = told.and_then(|length| length.parse::<usize>().ok());
    if told.is_some_and(|length| length > MOST_READ) {
        return Err(StatusCode::PAYLOAD_TOO_LARGE);
    }
    let bounded = body
        .into_async_read()
        .take(u64::try_from(MOST_READ).unwrap_or(u64::MAX));
    let mut body = RequestBody::new(Body::from_async_read(bounded));
    let turn = AT_A_TIME.acquire().await;
    let turn = turn.map_err(|_| StatusCode::SERVICE_UNAVAILABLE)?;
    let mut parts = Multipart::from_request(request, &mut body)
        .await
        .map_err(|refused| refused.status())?;
    let mut sent = Sent {
        fields: Fields::default(),
        file: Err(Refused::Missing),
        _turn: turn,
    };
    let (mut typed, mut count) = (0, 0);
    while let Some(part) = parts
        .next_field()
        .await
        .map_err(|_| StatusCode::BAD_REQUEST)?
    {
        count += 1;
        if count > MOST_PARTS {
            return Err(StatusCode::PAYLOAD_TOO_LARGE);
        }
        let name = part.name().unwrap_or_default().to_owned();
        if name == FILE || part.file_name().is_some() {
            let file = file(part).await?;
            sent.file = joined(sent.file, file);
            continue;
        }
        let value = up_to(part.into_async_read(), MOST_TYPED - typed).await?;
        let value = value.ok_or(StatusCode::PAYLOAD_TOO_LARGE)?;
        typed += value.len();
        let value = String::from_utf8(value).map_err(|_| StatusCode::BAD_REQUEST)?;
        sent.fields.0.push((name, value));
    }
    Ok(sent)
}

/// A browser sends a nameless part where no file was chosen.
async fn file(part: Field) -> Result<Result<Vec<u8>, Refused>, StatusCode> {
    let is_named = part.file_name().is_some_and(|name| !name.is_empty());
    let mut read = part.into_async_read();
    Ok(match up_to(&mut read, MOST_BYTES).await? {
        Some(bytes) if bytes.is_empty() && !is_named => Err(Refused::Missing),
        Some(bytes) if bytes.is_empty() => Err(Refused::Empty),
        Some(bytes) => Ok(bytes),
        None => {
            let rest = tokio::io::copy(&mut read, &mut tokio::io::sink()).await;
            rest.map_err(|_| StatusCode::PAYLOAD_TOO_LARGE)?;
            Err(Refused::TooLarge)
        }
    })
}

fn joined(
    before: Result<Vec<u8>, Refused>,
    next: Result<Vec<u8>, Refused>,
) -> Result<Vec<u8>, Refused> {
    match (before, next) {
        (Err(Refused::Missing), next) => next,
        (before, Err(Refused::Missing)) => before,
        _ => Err(Refused::Several),
    }
}

/// Everything, or none where it is longer.
async fn up_to(
    mut from: impl AsyncRead + Unpin,
    most: usize,
) -> Result<Option<Vec<u8>>, StatusCode> {
    let mut read = Vec::new();
    let one_more = u64::try_from(most + 1).unwrap_or(u64::MAX);
    (&mut from)
        .take(one_more)
        .read_to_end(&mut read)
        .await
        .map_err(|_| StatusCode::BAD_REQUEST)?;
    Ok((read.len() <= most).then_some(read))
}
