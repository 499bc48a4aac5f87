//! The letters about applications and places. Each is written from the state of things when it is sent, not when it was
//! queued, so a letter that is no longer true is none.

mod calendar;
mod deferred;
mod ended;
mod offered;
mod place;
mod received;
mod welcome;

use entity::letter::{self, Kind};

use crate::error::{Error, Result};
use crate::outbox::Rendered;
use crate::portal::Portal;

/// The letter's words, or none if nothing is left to say.
///
/// # Errors
/// `NOT_FOUND` for a letter of another thing.
pub async fn render(portal: &Portal, letter: &letter::Model) -> Result<Option<Rendered>> {
    match letter.kind {
        Kind::ApplicationReceived => received::acknowledge(portal, letter).await,
        Kind::ApplicationDeferred => deferred::tell(portal, letter).await,
        Kind::ApplicationEnded => ended::tell(portal, letter).await,
        Kind::PlaceOffered => offered::offer(portal, letter).await,
        Kind::PlaceOfferReminder => offered::remind(portal, letter).await,
        Kind::PlaceAccepted => welcome::welcome(portal, letter).await,
        _ => Err(Error::NotFound("letter about applications")),
    }
}
