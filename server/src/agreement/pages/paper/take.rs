//! Taking a scan in.

use poem::{Body, Request, Response};

use super::Desk;
use super::show::{Sent, show_with};
use crate::access::{self, SendScan};
use crate::agreement::pages::answer::OWN_NAME;
use crate::agreement::pages::in_order;
use crate::agreement::pages::sign::read;
use crate::agreement::{Received, Sending, Signing, scan, send_scan};
use crate::error::{Error, FieldError, Result};
use crate::page::{Fields, Filled, Visitor, unreadable};
use crate::portal::Portal;
use crate::tx;
use crate::upload::{Kept, Refused, keep, receive};

/// The fields as they follow each other on the page.
const ORDER: [&str; 10] = [
    "appointedOn",
    "needs",
    "supports",
    "mentorName",
    "mentorPost",
    "mentorEmail",
    "name",
    "file",
    "tick",
    "sentBy",
];

/// Reads the form with its file, and keeps both if all is well; otherwise says what is not.
pub async fn take(
    portal: &Portal,
    desk: &Desk,
    request: &Request,
    body: Body,
    visitor: &Visitor,
) -> Result<Response> {
    let mut sent = match receive(request, body).await {
        Ok(sent) => sent,
        Err(status) => return Ok(unreadable(portal, &desk.address, status)),
    };
    let (signing, mut wrong) = typed(desk, &sent.fields, visitor);
    let file = std::mem::replace(&mut sent.file, Err(Refused::Missing));
    let file = match scan::not_too_many(&portal.db.read, &desk.agreement, portal.clock.now()).await
    {
        Ok(()) => looked_into(file).await?,
        Err(error) => return again(portal, desk, &sent.fields, wrong, error).await,
    };
    let file = match file {
        Ok(file) if wrong.is_empty() => file,
        refused => {
            let refused = refused.err();
            wrong.extend(refused.map(complaint));
            return told(portal, desk, &sent.fields, wrong, refused).await;
        }
    };
    let sending = Sending {
        signing,
        sent_by: sent.fields.typed("sentBy"),
        file,
    };
    let actor = desk.actor(&sending.sent_by);
    let done = tx::write(portal, &actor, async |tx| {
        let asked = access::load::<SendScan>(tx, desk.agreement.id).await?;
        send_scan(tx, asked, sending).await
    });
    match done.await {
        Ok(Received::Yes(_)) | Err(Error::NotFound(_) | Error::WrongState(_)) => Ok(desk.on()),
        Ok(Received::Changed) => {
            let changed = Sent {
                form: Some(Filled::sent(&sent.fields, Vec::new())),
                is_changed: true,
                ..Sent::default()
            };
            show_with(portal, desk, &changed).await
        }
        Err(error) => again(portal, desk, &sent.fields, Vec::new(), error).await,
    }
}

fn typed(desk: &Desk, fields: &Fields, visitor: &Visitor) -> (Signing, Vec<FieldError>) {
    let (signing, mut wrong) = read(fields, visitor, "Enter the name of who signed the paper");
    if !desk.is_office() {
        fields.missing(&[("sentBy", OWN_NAME)], &mut wrong);
    }
    (signing, wrong)
}

async fn looked_into(file: Result<Vec<u8>, Refused>) -> Result<Result<Kept, Refused>> {
    match file {
        Ok(bytes) => keep(bytes).await,
        Err(refused) => Ok(Err(refused)),
    }
}

fn complaint(refused: Refused) -> FieldError {
    FieldError {
        name: "file",
        message: refused.message(),
    }
}

/// The page once more, with what a verb had against it.
async fn again(
    portal: &Portal,
    desk: &Desk,
    fields: &Fields,
    mut wrong: Vec<FieldError>,
    error: Error,
) -> Result<Response> {
    match error {
        Error::Invalid(named) => {
            wrong.extend(named);
            told(portal, desk, fields, wrong, None).await
        }
        Error::TooMany(message) => {
            let name = "file";
            let sent = Sent {
                form: Some(Filled::sent(fields, vec![FieldError { name, message }])),
                too_many: true,
                ..Sent::default()
            };
            show_with(portal, desk, &sent).await
        }
        error => Err(error),
    }
}

async fn told(
    portal: &Portal,
    desk: &Desk,
    fields: &Fields,
    mut wrong: Vec<FieldError>,
    refused: Option<Refused>,
) -> Result<Response> {
    in_order(&mut wrong, &ORDER);
    let sent = Sent {
        form: Some(Filled::sent(fields, wrong)),
        refused,
        ..Sent::default()
    };
    show_with(portal, desk, &sent).await
}
