//! Links in letters: their address, the letter that a token names, and whether they still act.

use chrono::{DateTime, Duration, Utc};
use entity::letter;
use sea_orm::EntityTrait as _;
use uuid::Uuid;

use crate::access::{Keys, Purpose};
use crate::error::Result;
use crate::portal::Portal;

/// Whether a link still acts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    Open,
    /// Its time is over.
    Expired,
    /// Somebody else is asked, or nobody.
    Replaced,
    /// The mailbox's owner said that somebody else had used it.
    Disowned,
}

/// The address that a letter's link has behind the door at `place`.
pub fn address(
    public_url: &str,
    place: &str,
    keys: &Keys,
    purpose: Purpose,
    letter_id: Uuid,
) -> String {
    format!("{public_url}{place}/{}", keys.token(purpose, letter_id))
}

/// The letter that a token names, if we made the token for this purpose.
pub async fn letter_of(
    portal: &Portal,
    purpose: Purpose,
    token: &str,
) -> Result<Option<letter::Model>> {
    let Some(id) = portal.keys.open(purpose, token) else {
        return Ok(None);
    };
    Ok(letter::Entity::find_by_id(id).one(&portal.db.read).await?)
}

/// How the link of a letter stands that asked for an answer, and whose receiver has this address now.
pub fn standing(letter: &letter::Model, address: &str, days: u32, now: DateTime<Utc>) -> Standing {
    if letter.void_reason.is_some() || letter.to_email != address {
        Standing::Replaced
    } else if is_over(letter, days, now) {
        Standing::Expired
    } else {
        Standing::Open
    }
}

/// Whether so many days have passed since the letter went.
pub fn is_over(letter: &letter::Model, days: u32, now: DateTime<Utc>) -> bool {
    let went = letter.sent_at.unwrap_or(letter.created_at);
    now >= went + Duration::days(days.into())
}

/// What whoever holds a link that is over hears.
pub fn outlived(days: u32) -> String {
    format!(
        "Links work for {days} days. Nothing is lost: you can have a new one sent to the same address."
    )
}
