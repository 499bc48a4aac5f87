//! "This was not me."

use entity::letter::Kind;
use poem::Response;

use super::fields::Fields;
use super::{back_to, closed, receipt};
use crate::approval;
use crate::approval::link::Link;
use crate::error::Result;
use crate::portal::Portal;
use crate::tx;

/// Revokes the receipt's decisions, if the box is ticked; a repeat finds none left.
pub(super) async fn disown(portal: &Portal, link: &Link, fields: &Fields) -> Result<Response> {
    let Some(mentor) = link.answering() else {
        return closed::show(portal, link, None).await;
    };
    if link.letter.kind != Kind::TaskDecisionReceipt {
        return Ok(back_to(&link.token));
    }
    if !fields.is_ticked("tick") {
        return receipt::show_unticked(portal, link, mentor).await;
    }
    tx::write(portal, &link.actor(None), async |tx| {
        approval::disown(tx, &link.letter).await
    })
    .await?;
    Ok(back_to(&link.token))
}
