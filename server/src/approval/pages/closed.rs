//! Pages for links that do not act: each says what happened and what to do.

use askama::Template;
use chrono::Duration;
use entity::approval_request::{self, State};
use entity::letter::{self, Kind};
use entity::mentor;
use poem::Response;
use poem::http::StatusCode;
use sea_orm::{
    ColumnTrait as _, EntityTrait as _, PaginatorTrait as _, QueryFilter as _, QueryOrder as _,
};

use super::back_to;
use crate::access::{Actor, Guarded as _};
use crate::approval::link::Link;
use crate::error::Result;
use crate::page::{Frame, Standing, page};
use crate::person::masked;
use crate::portal::Portal;
use crate::words::moment;

#[derive(Template)]
#[template(path = "pages/expired.html")]
struct ExpiredPage<'a> {
    frame: Frame,
    is_mentor: bool,
    way_on: WayOn<'a>,
}

#[derive(Template)]
#[template(path = "pages/replaced.html")]
struct ReplacedPage<'a> {
    frame: Frame,
    is_mentor: bool,
    way_on: WayOn<'a>,
}

#[derive(Template)]
#[template(path = "pages/disowned.html")]
struct DisownedPage<'a> {
    frame: Frame,
    way_on: WayOn<'a>,
}

/// How a mentor gets a link that acts.
struct WayOn<'a> {
    token: &'a str,
    waiting: u64,
    /// When the newest letter with such a link was written, if that is less than a day ago.
    written: Option<String>,
    address: String,
    error: Option<String>,
}

impl WayOn<'_> {
    fn can_ask(&self) -> bool {
        self.waiting > 0 && self.written.is_none()
    }
}

/// The page of a link that acted once. `error` says why no new link was sent.
pub(super) async fn show(portal: &Portal, link: &Link, error: Option<String>) -> Result<Response> {
    // A form that the link has no page for, such as an answer by a headteacher.
    if link.standing == Standing::Open {
        return Ok(back_to(&link.token));
    }
    let way_on = way_on(portal, link, error).await?;
    let has_errors = way_on.error.is_some();
    let frame = |title: &str| Frame::new(portal, title).with_errors(has_errors);
    let is_mentor = link.mentor().is_some();
    let status = if has_errors {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::GONE
    };
    Ok(match link.standing {
        Standing::Open | Standing::Expired => page(
            status,
            &ExpiredPage {
                frame: frame("This link has expired"),
                is_mentor,
                way_on,
            },
        ),
        Standing::Replaced => {
            let title = if is_mentor {
                "Another mentor has been named"
            } else {
                "This link is no longer yours"
            };
            page(
                status,
                &ReplacedPage {
                    frame: frame(title),
                    is_mentor,
                    way_on,
                },
            )
        }
        Standing::Disowned => page(
            status,
            &DisownedPage {
                frame: frame("This link was stopped"),
                way_on,
            },
        ),
    })
}

async fn way_on<'a>(portal: &Portal, link: &'a Link, error: Option<String>) -> Result<WayOn<'a>> {
    let (waiting, written) = match link.mentor() {
        Some(mentor) => (
            number_waiting(portal, mentor).await?,
            last_written(portal, mentor).await?,
        ),
        None => (0, None),
    };
    let mut way_on = WayOn {
        token: &link.token,
        waiting,
        written,
        address: link
            .mentor()
            .map(|mentor| masked(&mentor.email))
            .unwrap_or_default(),
        error: None,
    };
    way_on.error = error.filter(|_| way_on.can_ask());
    Ok(way_on)
}

/// Only the number: a link that was stopped opens none of the requests themselves.
async fn number_waiting(portal: &Portal, mentor: &mentor::Model) -> Result<u64> {
    let waiting = approval_request::Entity::find()
        .filter(approval_request::Entity::visible(&Actor::System))
        .filter(approval_request::Column::MentorId.eq(mentor.id))
        .filter(approval_request::Column::State.eq(State::Waiting));
    Ok(waiting.count(&portal.db.read).await?)
}

async fn last_written(portal: &Portal, mentor: &mentor::Model) -> Result<Option<String>> {
    let last = letter::Entity::find()
        .filter(letter::Column::MentorId.eq(mentor.id))
        .filter(
            letter::Column::Kind.is_in([Kind::TaskApprovalRequested, Kind::TaskApprovalReminder]),
        )
        .filter(letter::Column::State.is_in([letter::State::Queued, letter::State::Sent]))
        .filter(letter::Column::VoidReason.is_null())
        .filter(letter::Column::CreatedAt.gt(portal.clock.now() - Duration::hours(24)))
        .order_by_desc(letter::Column::CreatedAt)
        .one(&portal.db.read)
        .await?;
    Ok(last.map(|letter| moment(letter.created_at)))
}
