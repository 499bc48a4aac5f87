//! What became of an asking that cannot be answered any more.

use askama::Template;
use entity::agreement::State;
use poem::Response;
use poem::http::StatusCode;

use super::name;
use crate::agreement::file::is_there;
use crate::agreement::link::Link;
use crate::agreement::review::lines;
use crate::agreement::{is_open, resend_from};
use crate::error::Result;
use crate::invitation::named;
use crate::page::{Filled, Frame, Standing, outlived, page};
use crate::person::masked;
use crate::portal::Portal;
use crate::words::{day, moment};

#[derive(Template)]
#[template(path = "pages/agreement_signed.html")]
struct SignedPage<'a> {
    frame: Frame,
    applicant: &'a str,
    school: &'a str,
    signed_name: &'a str,
    at: String,
    /// The day of the appointment as the school states it.
    appointed: Option<String>,
    /// Signed by hand: the day is that on which the office accepted it.
    is_on_paper: bool,
    mentor: &'a str,
    mentor_post: &'a str,
    /// The school's answer to the needs analysis; empty where there is none.
    review: Vec<String>,
    text: Vec<&'a str>,
    hash: &'a str,
    /// Where the PDF is; none while it is being made.
    pdf: Option<String>,
}

#[derive(Template)]
#[template(path = "pages/agreement_closed.html")]
struct ClosedPage {
    frame: Frame,
    said: Vec<String>,
    /// Where the form for a new link goes; none where there is none to be had.
    renew: Option<String>,
    /// When the last letter went, if that is less than a day ago.
    written: Option<String>,
    mailbox: String,
    error: Option<String>,
    errors: Vec<(String, String)>,
}

/// `error` says why no new link was sent.
pub(super) async fn show(portal: &Portal, link: &Link, error: Option<String>) -> Result<Response> {
    if link.shows_signature() {
        return match name::show(portal, link, &Filled::default()).await? {
            Some(asked) => Ok(asked),
            None => signed(portal, link).await,
        };
    }
    let agreement = &link.agreement;
    let applicant = link.around.person.name.as_str();
    let at = agreement.decided_at.map(moment).unwrap_or_default();
    let is_waiting = is_open(agreement.state) && link.standing == Standing::Expired;
    let (title, said) = match agreement.state {
        _ if is_waiting => (
            "This link has expired",
            vec![outlived(link.around.award.limits.link_days)],
        ),
        State::Declined => (
            "You have said no",
            vec![format!(
                "On {at} you answered that the school does not support this. {applicant} has been told, with the reason that you gave."
            )],
        ),
        State::HandedOn => (
            "You have handed this on",
            vec![format!(
                "On {at} you named somebody else to sign. They have a letter of their own, and {applicant} has been told."
            )],
        ),
        _ => (
            "There is nothing left to sign",
            vec![
                format!(
                    "This request is over: the application of {applicant} has ended, or another request has taken its place."
                ),
                "If you have a newer letter about it, use the link in that one.".to_owned(),
            ],
        ),
    };
    let now = portal.clock.now();
    let soon = resend_from(agreement).filter(|from| *from > now);
    let written = soon.map(|_| moment(agreement.resent_at.unwrap_or(agreement.asked_at)));
    let errors = error
        .iter()
        .map(|why| ("tick".to_owned(), why.clone()))
        .collect();
    let status = match error {
        Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
        None => StatusCode::GONE,
    };
    let shown = ClosedPage {
        frame: Frame::new(portal, title).with_errors(error.is_some()),
        said,
        renew: is_waiting.then(|| format!("{}/renew", super::page_of(&link.token))),
        written,
        mailbox: masked(&agreement.email),
        error,
        errors,
    };
    Ok(page(status, &shown))
}

async fn signed(portal: &Portal, link: &Link) -> Result<Response> {
    let agreement = &link.agreement;
    let named = named(&portal.db.read, agreement.application_id).await?;
    let mentor = named.map(|(_, mentor)| mentor);
    let is_made = is_there(&portal.db.read, agreement.id).await?;
    let shown = SignedPage {
        frame: Frame::new(portal, "Thank you, the agreement is signed"),
        applicant: &link.around.person.name,
        school: link.around.school_name(),
        signed_name: agreement.signed_name.as_deref().unwrap_or_default(),
        at: agreement.decided_at.map(moment).unwrap_or_default(),
        appointed: agreement.appointed_on.map(day),
        is_on_paper: agreement.scan_id.is_some(),
        mentor: mentor.as_ref().map_or("", |mentor| &mentor.name),
        mentor_post: mentor.as_ref().map_or("", |mentor| &mentor.post),
        review: agreement.review.as_ref().map_or_else(Vec::new, lines),
        text: agreement
            .signed_text
            .as_deref()
            .unwrap_or_default()
            .lines()
            .collect(),
        hash: agreement.text_hash.as_deref().unwrap_or_default(),
        pdf: is_made.then(|| format!("{}/support-agreement.pdf", super::page_of(&link.token))),
    };
    Ok(page(StatusCode::OK, &shown))
}
