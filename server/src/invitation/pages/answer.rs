//! Taking a mentor's answer.

use poem::Response;

use super::show::{Forms, show_with};
use super::{back_to, closed};
use crate::access::{self, AnswerInvitation};
use crate::error::{Error, FieldError, Result};
use crate::invitation;
use crate::invitation::link::Link;
use crate::page::{Fields, Filled, Standing};
use crate::portal::Portal;
use crate::tx;

/// "Yes, I will."
pub(super) async fn accept(portal: &Portal, link: &Link, fields: &Fields) -> Result<Response> {
    if link.standing != Standing::Open {
        return Ok(back_to(&link.token));
    }
    let name = fields.typed("name");
    let mut wrong = Vec::new();
    if !fields.is_ticked("tick") {
        wrong.push(FieldError {
            name: "tick",
            message: "Tick the box if you will".into(),
        });
    }
    if name.is_empty() {
        wrong.push(FieldError {
            name: "name",
            message: "Type your full name".into(),
        });
    }
    if wrong.is_empty() {
        let actor = link.actor(Some(&name));
        let done = tx::write(portal, &actor, async |tx| {
            let invitation = access::load::<AnswerInvitation>(tx, link.invitation.id).await?;
            invitation::accept(tx, invitation, &name).await
        });
        match done.await {
            Err(Error::Invalid(named)) => wrong = named,
            other => return settled(link, other.map(drop)),
        }
    }
    let forms = Forms {
        accept: Filled::sent(fields, wrong),
        ..Forms::default()
    };
    show_with(portal, link, &forms).await
}

/// "No, I cannot."
pub(super) async fn decline(portal: &Portal, link: &Link, fields: &Fields) -> Result<Response> {
    if link.standing != Standing::Open {
        return Ok(back_to(&link.token));
    }
    let name = fields.typed("declineName");
    let reason = fields.typed("reason");
    let mut wrong = Vec::new();
    for (field, value, message) in [
        ("reason", &reason, "Say why"),
        ("declineName", &name, "Type your full name"),
    ] {
        if value.is_empty() {
            wrong.push(FieldError {
                name: field,
                message: message.into(),
            });
        }
    }
    if wrong.is_empty() {
        let actor = link.actor(Some(&name));
        let done = tx::write(portal, &actor, async |tx| {
            let invitation = access::load::<AnswerInvitation>(tx, link.invitation.id).await?;
            invitation::decline(tx, invitation, &name, &reason).await
        });
        match done.await {
            Err(Error::Invalid(named)) => wrong = named,
            other => return settled(link, other.map(drop)),
        }
    }
    let forms = Forms {
        decline: Filled::sent(fields, wrong),
        ..Forms::default()
    };
    show_with(portal, link, &forms).await
}

/// Sends a letter with a new link to the registered mailbox, never more than one a day.
pub(super) async fn renew(portal: &Portal, link: &Link, fields: &Fields) -> Result<Response> {
    if link.standing != Standing::Expired {
        return Ok(back_to(&link.token));
    }
    // A mail scanner that presses the button must not set letters going.
    if !fields.is_ticked("tick") {
        let why = "Tick the box to have a new link sent";
        return Ok(closed::show(portal, link, Some(why.into())));
    }
    let actor = link.actor(None);
    let done = tx::write(portal, &actor, async |tx| {
        let invitation = access::load::<AnswerInvitation>(tx, link.invitation.id).await?;
        invitation::renew(tx, invitation).await
    });
    match done.await {
        Err(Error::TooMany(why)) => Ok(closed::show(portal, link, Some(why))),
        other => settled(link, other.map(drop)),
    }
}

/// The page tells what became of it; what no longer fits is no error.
fn settled(link: &Link, done: Result<()>) -> Result<Response> {
    match done {
        Ok(()) | Err(Error::NotFound(_) | Error::WrongState(_)) => Ok(back_to(&link.token)),
        Err(error) => Err(error),
    }
}
