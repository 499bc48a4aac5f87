//! A receipt's page: what was decided, and the way to say that it was somebody else.

use askama::Template;
use entity::approval_request::{Column, State};
use entity::mentor;
use poem::Response;
use poem::http::StatusCode;
use sea_orm::{ColumnTrait as _, Condition};

use super::decided::{Decided, Fresh};
use crate::approval::link::Link;
use crate::approval::waiting::among;
use crate::error::Result;
use crate::page::{AT_A_TIME, Frame, page};
use crate::portal::Portal;

#[derive(Template)]
#[template(path = "pages/receipt.html")]
struct ReceiptPage<'a> {
    frame: Frame,
    token: &'a str,
    mentor: &'a mentor::Model,
    /// Those that still stand.
    standing: Vec<Decided>,
    /// Those that were disowned, or opened again by the programme.
    revoked: Vec<Decided>,
    fresh: Option<Fresh>,
    errors: Vec<(String, String)>,
    tick_error: Option<String>,
}

/// `undo_error` says why nothing was taken back.
pub(super) async fn show(
    portal: &Portal,
    link: &Link,
    mentor: &mentor::Model,
    undo_error: Option<String>,
) -> Result<Response> {
    draw(portal, link, mentor, undo_error, None).await
}

/// The button was pressed without the tick or the name; `why` says which.
pub(super) async fn refuse(
    portal: &Portal,
    link: &Link,
    mentor: &mentor::Model,
    why: &str,
) -> Result<Response> {
    draw(portal, link, mentor, None, Some(why.to_owned())).await
}

async fn draw(
    portal: &Portal,
    link: &Link,
    mentor: &mentor::Model,
    undo_error: Option<String>,
    tick_error: Option<String>,
) -> Result<Response> {
    let fits = Condition::all().add(Column::ReceiptId.eq(link.letter.id));
    let cases = among(&portal.db.read, &link.actor(None), fits, AT_A_TIME).await?;
    let (revoked, standing): (Vec<_>, Vec<_>) = cases
        .iter()
        .map(Decided::new)
        .partition(|decided| decided.state == State::Revoked);
    let now = portal.clock.now();
    let fresh = Fresh::among(standing.clone(), now, undo_error.clone());
    let tick_error = tick_error.filter(|_| !standing.is_empty());
    let undo_error = undo_error.map(|why| Fresh::error(fresh.as_ref(), why));
    let errors: Vec<(String, String)> = undo_error
        .into_iter()
        .chain(tick_error.clone().map(|why| ("tick".into(), why)))
        .collect();
    let title = match (standing.is_empty(), revoked.is_empty()) {
        (false, _) => "Your receipt",
        (true, false) => "These decisions no longer stand",
        (true, true) => "Nothing is left of these decisions",
    };
    let status = if errors.is_empty() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    let shown = ReceiptPage {
        frame: Frame::new(portal, title).with_errors(!errors.is_empty()),
        token: &link.token,
        mentor,
        standing,
        revoked,
        fresh,
        errors,
        tick_error,
    };
    Ok(page(status, &shown))
}
