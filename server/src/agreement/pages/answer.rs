//! Answers other than a signature, and asking for a new link.

use entity::application::Capacity;
use poem::Response;

use super::show::{Forms, show_with};
use super::{back_to, closed};
use crate::access::{self, AnswerAgreement};
use crate::agreement::link::Link;
use crate::agreement::{self, Signatory};
use crate::error::{Error, FieldError, Result};
use crate::page::{Fields, Filled, Standing};
use crate::portal::Portal;
use crate::tx;

/// What ticks boxes and presses buttons by itself types no name.
pub(super) const OWN_NAME: &str = "Type your own full name";

/// "The school cannot support this."
pub(super) async fn decline(portal: &Portal, link: &Link, fields: &Fields) -> Result<Response> {
    if link.standing != Standing::Open {
        return Ok(back_to(&link.token));
    }
    let mut wrong = Vec::new();
    let needed = [("reason", "Enter a reason"), ("declineName", OWN_NAME)];
    fields.missing(&needed, &mut wrong);
    if !wrong.is_empty() {
        return again(portal, link, |forms| {
            forms.decline = Filled::sent(fields, wrong)
        })
        .await;
    }
    let actor = link.actor(Some(&fields.typed("declineName")));
    let done = tx::write(portal, &actor, async |tx| {
        let agreement = access::load::<AnswerAgreement>(tx, link.agreement.id).await?;
        agreement::decline(tx, agreement, &fields.typed("reason")).await
    });
    match done.await {
        Err(Error::Invalid(wrong)) => {
            again(portal, link, |forms| {
                forms.decline = Filled::sent(fields, wrong)
            })
            .await
        }
        other => settled(link, other.map(drop)),
    }
}

/// "I am not the right person."
pub(super) async fn hand_on(portal: &Portal, link: &Link, fields: &Fields) -> Result<Response> {
    if link.standing != Standing::Open {
        return Ok(back_to(&link.token));
    }
    let mut wrong = Vec::new();
    let needed = [
        ("signatoryName", "Enter their name"),
        ("signatoryEmail", "Enter their e-mail address"),
    ];
    fields.missing(&needed, &mut wrong);
    let capacity = match fields.get("signatoryCapacity") {
        Some("headteacher") => Capacity::Headteacher,
        Some("acting_headteacher") => Capacity::ActingHeadteacher,
        Some("chair_of_governors") => Capacity::ChairOfGovernors,
        Some("senior_leader") => Capacity::SeniorLeader,
        _ => {
            wrong.push(FieldError {
                name: "signatoryCapacity",
                message: "Choose what they are at the school".into(),
            });
            Capacity::SeniorLeader
        }
    };
    fields.missing(&[("handOnName", OWN_NAME)], &mut wrong);
    let to = Signatory {
        name: fields.typed("signatoryName"),
        email: fields.typed("signatoryEmail"),
        capacity,
    };
    if !wrong.is_empty() {
        return again(portal, link, |forms| {
            forms.hand_on = Filled::sent(fields, wrong)
        })
        .await;
    }
    let actor = link.actor(Some(&fields.typed("handOnName")));
    let done = tx::write(portal, &actor, async |tx| {
        let agreement = access::load::<AnswerAgreement>(tx, link.agreement.id).await?;
        agreement::hand_on(tx, agreement, to).await
    });
    match done.await {
        Err(Error::Invalid(wrong)) => {
            again(portal, link, |forms| {
                forms.hand_on = Filled::sent(fields, wrong)
            })
            .await
        }
        Err(Error::TooMany(message)) => {
            let wrong = vec![FieldError {
                name: "signatoryEmail",
                message,
            }];
            again(portal, link, |forms| {
                forms.hand_on = Filled::sent(fields, wrong)
            })
            .await
        }
        other => settled(link, other.map(drop)),
    }
}

/// Sends a letter with a new link to the registered mailbox, never more than one a day.
pub(super) async fn renew(portal: &Portal, link: &Link, fields: &Fields) -> Result<Response> {
    if link.standing != Standing::Expired {
        return Ok(back_to(&link.token));
    }
    // A mail scanner that presses the button must not set letters going.
    if !fields.is_ticked("tick") {
        let why = "Tick the box to have a new link sent";
        return closed::show(portal, link, Some(why.into())).await;
    }
    let actor = link.actor(None);
    let done = tx::write(portal, &actor, async |tx| {
        let agreement = access::load::<AnswerAgreement>(tx, link.agreement.id).await?;
        agreement::renew(tx, agreement).await
    });
    match done.await {
        Err(Error::TooMany(why)) => closed::show(portal, link, Some(why)).await,
        other => settled(link, other.map(drop)),
    }
}

pub(super) async fn again(
    portal: &Portal,
    link: &Link,
    with: impl FnOnce(&mut Forms),
) -> Result<Response> {
    let mut forms = Forms::default();
    with(&mut forms);
    show_with(portal, link, &forms).await
}

/// The page tells what became of it; what no longer fits is no error.
pub(super) fn settled(link: &Link, done: Result<()>) -> Result<Response> {
    match done {
        Ok(()) | Err(Error::NotFound(_) | Error::WrongState(_)) => Ok(back_to(&link.token)),
        Err(error) => Err(error),
    }
}
