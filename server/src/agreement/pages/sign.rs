//! Taking a signature.

use poem::Response;

use super::show::{Forms, show_with};
use super::{back_to, in_order};
use crate::access::{self, AnswerAgreement};
use crate::agreement::link::Link;
use crate::agreement::{Answered, Signed, Signing, sign as put_name};
use crate::error::{Error, FieldError, Result};
use crate::page::{Fields, Filled, Standing, Visitor, typed_day};
use crate::portal::Portal;
use crate::tx;

/// The fields as they follow each other on the page.
const ORDER: [&str; 8] = [
    "appointedOn",
    "needs",
    "supports",
    "mentorName",
    "mentorPost",
    "mentorEmail",
    "tick",
    "name",
];

pub(super) async fn sign(
    portal: &Portal,
    link: &Link,
    fields: &Fields,
    visitor: &Visitor,
) -> Result<Response> {
    // The page tells what became of the asking, also to whoever sends the form twice.
    if link.standing != Standing::Open {
        return Ok(back_to(&link.token));
    }
    let (signing, mut wrong) = read(fields, visitor, "Type your full name to sign");
    in_order(&mut wrong, &ORDER);
    if wrong.is_empty() {
        let actor = link.actor(Some(&signing.name));
        let done = tx::write(portal, &actor, async |tx| {
            let agreement = access::load::<AnswerAgreement>(tx, link.agreement.id).await?;
            put_name(tx, agreement, signing).await
        });
        match done.await {
            Ok(Signed::Yes(_)) | Err(Error::NotFound(_) | Error::WrongState(_)) => {
                return Ok(back_to(&link.token));
            }
            Ok(Signed::Changed) => {
                let forms = Forms {
                    sign: Some(Filled::sent(fields, Vec::new())),
                    is_changed: true,
                    ..Forms::default()
                };
                return show_with(portal, link, &forms).await;
            }
            Err(Error::Invalid(named)) => wrong = named,
            Err(error) => return Err(error),
        }
    }
    let forms = Forms {
        sign: Some(Filled::sent(fields, wrong)),
        ..Forms::default()
    };
    show_with(portal, link, &forms).await
}

/// The form, and what of it no verb would notice. What ticks boxes and presses buttons by itself types no name; `nameless`
/// says so.
pub(super) fn read(
    fields: &Fields,
    visitor: &Visitor,
    nameless: &'static str,
) -> (Signing, Vec<FieldError>) {
    let mut wrong = Vec::new();
    let appointed_on = typed_day(fields, "appointedOn").unwrap_or_else(|error| {
        wrong.push(error);
        None
    });
    let asks_for_day = fields.get("appointedOn-day").is_some();
    if asks_for_day && appointed_on.is_none() && wrong.is_empty() {
        wrong.push(FieldError {
            name: "appointedOn",
            message: "Enter the day on which they became SENCO.".into(),
        });
    }
    if !fields.is_ticked("tick") {
        wrong.push(FieldError {
            name: "tick",
            message: "Tick the box if you agree and confirm".into(),
        });
    }
    let signing = Signing {
        hash: fields.typed("hash"),
        name: fields.typed("name"),
        appointed_on,
        mentor_name: fields.typed("mentorName"),
        mentor_email: fields.typed("mentorEmail"),
        mentor_post: fields.typed("mentorPost"),
        answered: Answered {
            gaps: fields.ticked_after("gap-"),
            comments: fields.typed_after("comment-"),
            is_confirmed: fields.is_ticked("supports"),
        },
        ip: visitor.ip.to_string(),
        user_agent: visitor.user_agent.clone(),
    };
    let needed = [
        ("mentorName", "Enter the mentor's name"),
        ("mentorEmail", "Enter the mentor's e-mail address"),
        ("mentorPost", "Enter the mentor's post at the school"),
        ("name", nameless),
    ];
    fields.missing(&needed, &mut wrong);
    (signing, wrong)
}
