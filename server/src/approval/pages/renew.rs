//! Asking for a new link in place of one that no longer acts.

use poem::Response;

use super::{back_to, closed};
use crate::access::{self, RenewLink};
use crate::approval;
use crate::approval::link::Link;
use crate::error::{Error, Result};
use crate::page::{Fields, Standing};
use crate::portal::Portal;
use crate::tx;

/// Sends a letter with a new link to the registered mailbox, never more than one a day.
pub(super) async fn renew(portal: &Portal, link: &Link, fields: &Fields) -> Result<Response> {
    if link.mentor().is_none() || link.standing == Standing::Open {
        return Ok(back_to(&link.token));
    }
    // A mail scanner that presses the button must not set letters going.
    if !fields.is_ticked("tick") {
        return closed::show(
            portal,
            link,
            Some("Tick the box to have a new link sent".into()),
        )
        .await;
    }
    let actor = link.actor(None);
    let done = tx::write(portal, &actor, async |tx| {
        let old = access::load::<RenewLink>(tx, link.letter.id).await?;
        approval::renew(tx, old).await
    });
    match done.await {
        // The page finds the letter that went, whoever asked for it.
        Ok(()) => Ok(back_to(&link.token)),
        Err(Error::TooMany(why)) => closed::show(portal, link, Some(why)).await,
        Err(error) => Err(error),
    }
}
