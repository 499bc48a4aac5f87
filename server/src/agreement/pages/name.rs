//! Naming another mentor.

use askama::Template;
use entity::mentor_invitation;
use poem::Response;
use poem::http::StatusCode;

use super::{back_to, in_order};
use crate::access::{self, NameMentor};
use crate::agreement::link::Link;
use crate::agreement::{Naming, name_mentor};
use crate::error::{Error, Result};
use crate::invitation::vacancy;
use crate::page::{Fields, Filled, Frame, Standing, page};
use crate::person::masked;
use crate::portal::Portal;
use crate::tx;

#[derive(Template)]
#[template(path = "pages/agreement_mentor.html")]
struct NamePage<'a> {
    frame: Frame,
    address: String,
    applicant: &'a str,
    school: &'a str,
    signatory: &'a str,
    mailbox: String,
    /// Who cannot be it.
    gone: &'a str,
    gone_post: &'a str,
    /// None where no letter reached them.
    reason: Option<&'a str>,
    gone_mailbox: String,
    form: &'a Filled,
    errors: Vec<(String, String)>,
}

/// The page; none where nobody is sought.
pub(super) async fn show(portal: &Portal, link: &Link, form: &Filled) -> Result<Option<Response>> {
    if link.standing != Standing::Open {
        return Ok(None);
    }
    let Some((asked, gone)) = vacancy(&portal.db.read, &link.application).await? else {
        return Ok(None);
    };
    let applicant = link.around.person.name.as_str();
    let declined = asked.state == mentor_invitation::State::Declined;
    let shown = NamePage {
        frame: Frame::new(portal, format!("Name another mentor for {applicant}"))
            .with_errors(form.has_errors()),
        address: format!("{}/mentor", super::page_of(&link.token)),
        applicant,
        school: link.around.school_name(),
        signatory: &link.agreement.name,
        mailbox: masked(&link.agreement.email),
        gone: &gone.name,
        gone_post: &gone.post,
        reason: declined.then(|| asked.reason.as_deref().unwrap_or_default()),
        gone_mailbox: masked(&gone.email),
        form,
        errors: form.errors(),
    };
    let status = match form.has_errors() {
        true => StatusCode::UNPROCESSABLE_ENTITY,
        false => StatusCode::OK,
    };
    Ok(Some(page(status, &shown)))
}

pub(super) async fn name(portal: &Portal, link: &Link, fields: &Fields) -> Result<Response> {
    if link.standing != Standing::Open {
        return Ok(back_to(&link.token));
    }
    let naming = Naming {
        name: fields.typed("name"),
        mentor_name: fields.typed("mentorName"),
        mentor_email: fields.typed("mentorEmail"),
        mentor_post: fields.typed("mentorPost"),
        is_confirmed: fields.is_ticked("tick"),
    };
    let actor = link.actor(fields.typed_name());
    let done = tx::write(portal, &actor, async |tx| {
        let agreement = access::load::<NameMentor>(tx, link.agreement.id).await?;
        name_mentor(tx, agreement, &naming).await
    });
    match done.await {
        Ok(_) | Err(Error::NotFound(_) | Error::WrongState(_)) => Ok(back_to(&link.token)),
        Err(Error::Invalid(mut wrong)) => {
            let order = ["mentorName", "mentorPost", "mentorEmail", "tick", "name"];
            in_order(&mut wrong, &order);
            let form = Filled::sent(fields, wrong);
            let shown = show(portal, link, &form).await?;
            Ok(shown.unwrap_or_else(|| back_to(&link.token)))
        }
        Err(error) => Err(error),
    }
}
