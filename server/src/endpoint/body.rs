use poem::{
    Body,
    error::ReadBodyError,
    http::{HeaderMap, header},
};
use tokio::time::timeout;

use super::{limits::Limits, refusal::Refusal};

/// The body's bytes, if they are few enough and come soon enough. A declared length is believed
/// only to refuse early; a body without one is cut off while it is read.
pub(super) async fn read(
    headers: &HeaderMap,
    body: Body,
    limits: &Limits,
) -> Result<Vec<u8>, Refusal> {
    let limit = limits.body_bytes;
    if declared_length(headers).is_some_and(|length| length > limit as u64) {
        return Err(Refusal::BodyTooLarge { limit });
    }
    match timeout(limits.body_deadline, body.into_bytes_limit(limit)).await {
        Ok(Ok(bytes)) => Ok(bytes.into()),
        Ok(Err(ReadBodyError::PayloadTooLarge)) => Err(Refusal::BodyTooLarge { limit }),
        Ok(Err(_)) => Err(Refusal::BadRequest(
            "The request broke off. Send it again.".to_owned(),
        )),
        Err(_) => Err(Refusal::BodyTooSlow {
            limit: limits.body_deadline,
        }),
    }
}

fn declared_length(headers: &HeaderMap) -> Option<u64> {
    headers
        .get(header::CONTENT_LENGTH)?
        .to_str()
        .ok()?
        .trim()
        .parse()
        .ok()
}
