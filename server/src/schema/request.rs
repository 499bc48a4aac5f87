//! What every resolver asks of its request: who asks, through which eyes it reads, and which ids it names.

use async_graphql::{Context, ID, Result};
use uuid::Uuid;

use super::loads;
use crate::access::{self, Actor, ReadOffice};
use crate::error::Error;
use crate::portal::Portal;
use crate::reading::Reader;

/// The portal that serves this request.
pub fn portal<'a>(ctx: &Context<'a>) -> &'a Portal {
    ctx.data_unchecked()
}

/// Who asks.
pub fn actor<'a>(ctx: &Context<'a>) -> &'a Actor {
    &reader(ctx).actor
}

/// The eyes with which this request reads.
pub fn reader<'a>(ctx: &Context<'a>) -> &'a Reader {
    loads(ctx).reader()
}

/// The same, for a field that is for people and tools we know.
///
/// # Errors
/// `UNAUTHENTICATED` for anybody else.
pub fn known<'a>(ctx: &Context<'a>) -> Result<&'a Reader> {
    let reader = reader(ctx);
    access::require_somebody(&reader.actor)?;
    Ok(reader)
}

/// The same, for a field that belongs to the office.
///
/// # Errors
/// `UNAUTHENTICATED` for nobody, `FORBIDDEN` for somebody else.
pub fn office<'a>(ctx: &Context<'a>) -> Result<&'a Reader> {
    let reader = reader(ctx);
    access::entitle::<ReadOffice>(&reader.actor)?;
    Ok(reader)
}

/// An id that a client sent. What is no id names nothing.
///
/// # Errors
/// `NOT_FOUND`, so that a malformed id tells no more than an unknown one.
pub fn uuid(id: &ID, name: &'static str) -> Result<Uuid> {
    id.parse().map_err(|_| Error::NotFound(name).into())
}

/// An id that may be left out.
///
/// # Errors
/// `NOT_FOUND` for what is no id.
pub fn maybe_uuid(id: Option<&ID>, name: &'static str) -> Result<Option<Uuid>> {
    id.map(|id| uuid(id, name)).transpose()
}
