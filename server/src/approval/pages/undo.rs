//! Taking decisions back.

use entity::letter::Kind;
use poem::Response;

use super::desk::Desk;
use super::{back_to, closed, receipt};
use crate::access::{self, Decide};
use crate::approval;
use crate::approval::link::Link;
use crate::error::{Error, Result};
use crate::page::Fields;
use crate::portal::Portal;
use crate::tx;

/// Takes back the decisions that are ticked; a repeat finds them waiting and changes nothing.
pub(super) async fn undo(portal: &Portal, link: &Link, fields: &Fields) -> Result<Response> {
    let Some(mentor) = link.answering() else {
        return closed::show(portal, link, None).await;
    };
    let ids = fields.ids("request");
    let mut error = ids
        .is_empty()
        .then(|| "Tick the decision that you want to take back".to_owned());
    if fields.typed_name().is_none() {
        error.get_or_insert_with(|| "Enter your full name to take a decision back".to_owned());
    }
    let actor = link.actor(fields.typed_name());
    for id in ids.into_iter().filter(|_| fields.typed_name().is_some()) {
        let done = tx::write(portal, &actor, async |tx| {
            let request = access::load::<Decide>(tx, id).await?;
            approval::undo(tx, request).await
        });
        match done.await {
            Ok(_) => {}
            Err(Error::WrongState(why)) => error = Some(why),
            Err(Error::NotFound(_) | Error::Forbidden) => {
                error = Some("This is no longer yours to take back.".into())
            }
            Err(other) => return Err(other),
        }
    }
    match error {
        None => Ok(back_to(&link.token)),
        Some(why) if link.letter.kind == Kind::TaskDecisionReceipt => {
            receipt::show(portal, link, mentor, Some(why)).await
        }
        Some(why) => {
            Desk {
                undo_error: Some(why),
                ..Desk::default()
            }
            .show(portal, link, mentor)
            .await
        }
    }
}
