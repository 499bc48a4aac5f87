//! "This was not me."

use entity::letter::Kind;
use poem::Response;

use super::{back_to, closed, receipt};
use crate::approval;
use crate::approval::link::Link;
use crate::error::Result;
use crate::page::Fields;
use crate::portal::Portal;
use crate::tx;

/// Revokes the receipt's decisions, if the box is ticked and a name is typed; a repeat finds none left.
pub(super) async fn disown(portal: &Portal, link: &Link, fields: &Fields) -> Result<Response> {
    let Some(mentor) = link.answering() else {
        return closed::show(portal, link, None).await;
    };
    if link.letter.kind != Kind::TaskDecisionReceipt {
        return Ok(back_to(&link.token));
    }
    let name = match (fields.is_ticked("tick"), fields.typed_name()) {
        (false, _) => {
            let why = "Tick the box if you did not make these decisions";
            return receipt::refuse(portal, link, mentor, why).await;
        }
        (true, None) => {
            return receipt::refuse(portal, link, mentor, "Enter your full name").await;
        }
        (true, Some(name)) => name,
    };
    tx::write(portal, &link.actor(Some(name)), async |tx| {
        approval::disown(tx, &link.letter).await
    })
    .await?;
    Ok(back_to(&link.token))
}
