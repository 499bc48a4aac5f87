//! What became of an asking that cannot be answered any more.

use askama::Template;
use entity::mentor_invitation::State;
use poem::Response;
use poem::http::StatusCode;

use crate::invitation::link::Link;
use crate::invitation::resend_from;
use crate::page::{Frame, Standing, outlived, page};
use crate::person::masked;
use crate::portal::Portal;
use crate::words::moment;

#[derive(Template)]
#[template(path = "pages/invitation_closed.html")]
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
pub(super) fn show(portal: &Portal, link: &Link, error: Option<String>) -> Response {
    let invitation = &link.invitation;
    let applicant = link.around.person.name.as_str();
    let at = invitation.decided_at.map(moment).unwrap_or_default();
    let is_waiting = matches!(invitation.state, State::Invited | State::Bounced)
        && link.standing == Standing::Expired;
    let (status, title, said) = match invitation.state {
        _ if is_waiting => (
            StatusCode::GONE,
            "This link has expired".to_owned(),
            vec![outlived(link.around.award.limits.link_days)],
        ),
        State::Accepted if link.standing != Standing::Replaced => (
            StatusCode::OK,
            format!("Thank you, you are {applicant}’s mentor"),
            vec![
                format!("You accepted on {at}. {applicant} has been told."),
                "When there is a task to look at, a letter comes to you with a link. There is nothing else to do now.".to_owned(),
            ],
        ),
        State::Declined => (
            StatusCode::GONE,
            "You have said no".to_owned(),
            vec![format!("You answered on {at}. The school has been asked to name somebody else.")],
        ),
        _ => (
            StatusCode::GONE,
            "You are no longer asked".to_owned(),
            vec![format!("Somebody else is asked, or the application of {applicant} has ended. There is nothing to do.")],
        ),
    };
    let now = portal.clock.now();
    let soon = resend_from(invitation).filter(|from| *from > now);
    let written = soon.map(|_| moment(invitation.resent_at.unwrap_or(invitation.asked_at)));
    let status = match error {
        Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
        None => status,
    };
    let shown = ClosedPage {
        frame: Frame::new(portal, title).with_errors(error.is_some()),
        said,
        renew: is_waiting.then(|| format!("{}/renew", super::page_of(&link.token))),
        written,
        mailbox: masked(&link.mentor.email),
        errors: error
            .iter()
            .map(|why| ("tick".to_owned(), why.clone()))
            .collect(),
        error,
    };
    page(status, &shown)
}
