//! The pages of a signatory: plain forms. A GET shows and changes nothing, whoever makes it; a POST acts only with a name
//! that somebody types and a tick, or for a new link a tick.

mod answer;
mod ask;
mod closed;
mod name;
pub mod paper;
mod show;
mod sign;

use poem::web::Data;
use poem::{Body, Endpoint, Request, Response, Route, get, handler};

use self::paper::Desk;
use super::file::download;
use super::link::{self, Link};
use crate::access;
use crate::error::{FieldError, Result};
use crate::page::{Visitor, door, or_unknown, tell, unknown};
use crate::portal::Portal;

/// A form with every field as long as it may be is smaller.
const LONGEST_BODY: usize = 64 * 1024;

/// To be nested at [`link::PLACE`], inside the middleware that adds the [`Portal`] and the [`Visitor`].
pub fn routes() -> impl Endpoint<Output = Response> {
    or_unknown(
        Route::new()
            .at("/:token", get(on_show).post(on_sign))
            .at("/:token/decline", get(on_return).post(on_decline))
            .at("/:token/hand-on", get(on_return).post(on_hand_on))
            .at("/:token/ask", get(on_return).post(on_ask))
            .at("/:token/asked", get(on_asked))
            .at("/:token/mentor", get(on_return).post(on_mentor))
            .at("/:token/paper", get(on_paper).post(on_scan))
            .at("/:token/support-agreement-to-sign.pdf", get(on_blank))
            .at("/:token/renew", get(on_return).post(on_renew))
            .at("/:token/support-agreement.pdf", get(on_download)),
    )
}

/// Has the summary name what is wrong in the order of the page.
fn in_order(wrong: &mut [FieldError], page: &[&str]) {
    wrong.sort_by_key(|error| page.iter().position(|name| *name == error.name));
}

#[handler]
async fn on_show(Data(portal): Data<&Portal>, request: &Request) -> Response {
    let shown = async {
        match opened(portal, request).await? {
            Some(link) => show::show(portal, &link).await,
            None => Ok(unknown(portal)),
        }
    };
    tell(portal, shown.await)
}

/// What was asked.
#[handler]
async fn on_asked(Data(portal): Data<&Portal>, request: &Request) -> Response {
    let shown = async {
        match opened(portal, request).await? {
            Some(link) => ask::asked(portal, &link).await,
            None => Ok(unknown(portal)),
        }
    };
    tell(portal, shown.await)
}

/// What was signed, as long as its page is shown.
#[handler]
async fn on_download(Data(portal): Data<&Portal>, request: &Request) -> Response {
    let sent = async {
        let link = opened(portal, request).await?;
        let Some(link) = link.filter(Link::shows_signature) else {
            return Ok(unknown(portal));
        };
        let db = &portal.db.read;
        let agreement = access::look(db, &link.actor(None), link.agreement.id).await?;
        download(db, &agreement).await
    };
    tell(portal, sent.await)
}

/// The page of a link for a paper, or the answer where there is none: nobody knows the link, or nothing is left to sign.
async fn at_paper(portal: &Portal, request: &Request) -> Result<Result<Desk, Box<Response>>> {
    let Some(link) = opened(portal, request).await? else {
        return Ok(Err(Box::new(unknown(portal))));
    };
    Ok(paper::of_link(&link).ok_or_else(|| Box::new(back_to(&link.token))))
}

/// How to sign on paper, and where to send it.
#[handler]
async fn on_paper(Data(portal): Data<&Portal>, request: &Request) -> Response {
    let shown = async {
        match at_paper(portal, request).await? {
            Ok(desk) => paper::show(portal, &desk).await,
            Err(elsewhere) => Ok(*elsewhere),
        }
    };
    tell(portal, shown.await)
}

/// The words to print.
#[handler]
async fn on_blank(Data(portal): Data<&Portal>, request: &Request) -> Response {
    let printed = async {
        match at_paper(portal, request).await? {
            Ok(desk) => paper::print(portal, &desk).await,
            Err(elsewhere) => Ok(*elsewhere),
        }
    };
    tell(portal, printed.await)
}

/// A scan of what was signed on paper.
#[handler]
async fn on_scan(
    Data(portal): Data<&Portal>,
    Data(visitor): Data<&Visitor>,
    request: &Request,
    body: Body,
) -> Response {
    let taken = async {
        match at_paper(portal, request).await? {
            Ok(desk) => paper::take(portal, &desk, request, body, visitor).await,
            Err(elsewhere) => Ok(*elsewhere),
        }
    };
    tell(portal, taken.await)
}

door! {
    at link::PLACE, opened by link::open => Link, up to LONGEST_BODY;
    on_sign => sign::sign, with visitor: Visitor;
    on_decline => answer::decline;
    on_hand_on => answer::hand_on;
    on_ask => ask::ask;
    on_mentor => name::name;
    on_renew => answer::renew;
}
