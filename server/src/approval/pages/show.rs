//! Showing what a link opens.

use askama::Template;
use entity::approval_request::State;
use entity::letter::Kind;
use entity::mentor;
use poem::Response;
use poem::http::StatusCode;

use super::decided::{self, Decided};
use super::desk::{Desk, Sent};
use super::{closed, progress, receipt};
use crate::approval::link::{Holder, Link};
use crate::error::Result;
use crate::page::{Fields, Standing};
use crate::page::{Frame, page};
use crate::portal::Portal;

/// The page of a link. `query` names what a form has just sent, so that the page can say what became of it.
pub(super) async fn show(portal: &Portal, link: &Link, query: &Fields) -> Result<Response> {
    match (link.standing, &link.holder) {
        (Standing::Open, Holder::Headteacher(school)) => progress::show(portal, link, school).await,
        (Standing::Open, Holder::Mentor(mentor))
            if link.letter.kind == Kind::TaskDecisionReceipt =>
        {
            receipt::show(portal, link, mentor, None).await
        }
        (Standing::Open, Holder::Mentor(mentor)) => {
            let sent = Sent {
                approve: query.ids("a"),
                send_back: query.ids("r"),
                changed: query.ids("c"),
            };
            let desk = Desk {
                sent,
                ..Desk::default()
            };
            desk.show(portal, link, mentor).await
        }
        (Standing::Expired | Standing::Replaced | Standing::Disowned, _) => {
            closed::show(portal, link, None).await
        }
    }
}

#[derive(Template)]
#[template(path = "pages/answered.html")]
struct AnsweredPage<'a> {
    frame: Frame,
    mentor: &'a mentor::Model,
    past: Vec<Decided>,
    all_withdrawn: bool,
}

/// The page of a link to which nothing is left to answer.
pub(super) async fn answered(
    portal: &Portal,
    link: &Link,
    mentor: &mentor::Model,
) -> Result<Response> {
    let past = decided::answered(portal, link).await?;
    let all_withdrawn =
        !past.is_empty() && past.iter().all(|decided| decided.state == State::Withdrawn);
    let title = match (past.is_empty(), all_withdrawn) {
        (true, _) => "Nothing waits for you now",
        (false, true) => "The request was taken back",
        (false, false) => "This was answered already",
    };
    Ok(page(
        StatusCode::OK,
        &AnsweredPage {
            frame: Frame::new(portal, title),
            mentor,
            past,
            all_withdrawn,
        },
    ))
}
