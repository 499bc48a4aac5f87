//! What a nominated mentor sees first.

use askama::Template;
use entity::mentor_invitation::State;
use poem::Response;
use poem::http::StatusCode;

use super::closed;
use crate::error::Result;
use crate::invitation::link::Link;
use crate::invitation::tasks;
use crate::page::{Filled, Frame, Standing, page};
use crate::person::masked;
use crate::portal::Portal;

/// The two forms of the page.
#[derive(Clone, Debug, Default)]
pub(super) struct Forms {
    pub accept: Filled,
    pub decline: Filled,
}

#[derive(Template)]
#[template(path = "pages/invitation.html")]
struct InvitationPage<'a> {
    frame: Frame,
    address: String,
    mentor: &'a str,
    applicant: &'a str,
    school: &'a str,
    signatory: &'a str,
    mailbox: String,
    tasks: u64,
    terms: u32,
    accept: &'a Filled,
    decline: &'a Filled,
    errors: Vec<(String, String)>,
}

pub(super) async fn show(portal: &Portal, link: &Link) -> Result<Response> {
    show_with(portal, link, &Forms::default()).await
}

/// The page with whatever was typed into it, or the one that says what became of the asking.
pub(super) async fn show_with(portal: &Portal, link: &Link, forms: &Forms) -> Result<Response> {
    let is_open = matches!(link.invitation.state, State::Invited | State::Bounced);
    if !is_open || link.standing != Standing::Open {
        return Ok(closed::show(portal, link, None));
    }
    let award = &link.around.award;
    let tasks = tasks(&portal.db.read, award.id).await?;
    let errors: Vec<_> = [&forms.accept, &forms.decline]
        .iter()
        .flat_map(|form| form.errors())
        .collect();
    let applicant = link.around.person.name.as_str();
    let signed = link.agreement.signed_name.as_deref();
    let shown = InvitationPage {
        frame: Frame::new(portal, format!("Will you be {applicant}’s mentor?"))
            .with_errors(!errors.is_empty()),
        address: super::page_of(&link.token),
        mentor: &link.mentor.name,
        applicant,
        school: link.around.school_name(),
        signatory: signed.unwrap_or(&link.agreement.name),
        mailbox: masked(&link.mentor.email),
        tasks,
        terms: award.limits.programme_terms,
        accept: &forms.accept,
        decline: &forms.decline,
        errors,
    };
    let status = match shown.errors.is_empty() {
        true => StatusCode::OK,
        false => StatusCode::UNPROCESSABLE_ENTITY,
    };
    Ok(page(status, &shown))
}
