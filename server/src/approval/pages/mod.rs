//! The pages behind the links in letters: plain forms for people without an account. A GET shows and changes nothing,
//! whoever makes it: mail scanners open links and press buttons. A POST acts only with what a scanner does not fill in,
//! a typed name or a tick.

mod answer;
mod closed;
mod decided;
mod desk;
mod disown;
mod form;
mod progress;
mod receipt;
mod renew;
mod show;
mod undo;
mod view;

use poem::web::Data;
use poem::{Endpoint, Request, Response, Route, get, handler};

use super::link::{self, Link};
use crate::error::Result;
use crate::page::{Fields, door, or_unknown, tell, unknown};
use crate::portal::Portal;

/// A form with every task of a full page commented on at length is smaller.
const LONGEST_BODY: usize = 256 * 1024;

/// To be nested at [`link::PLACE`], inside the middleware that adds the [`Portal`] and the one that adds the headers of
/// link pages.
pub fn routes() -> impl Endpoint<Output = Response> {
    or_unknown(
        Route::new()
            .at("/:token", get(on_show).post(on_answer))
            .at("/:token/undo", get(on_return).post(on_undo))
            .at("/:token/renew", get(on_return).post(on_renew))
            .at("/:token/disown", get(on_return).post(on_disown)),
    )
}

#[handler]
async fn on_show(Data(portal): Data<&Portal>, request: &Request) -> Response {
    tell(portal, shown(portal, request).await)
}

async fn shown(portal: &Portal, request: &Request) -> Result<Response> {
    match opened(portal, request).await? {
        Some(link) => show::show(portal, &link, &Fields::of_query(request).await).await,
        None => Ok(unknown(portal)),
    }
}

door! {
    at link::PLACE, opened by link::open => Link, up to LONGEST_BODY;
    on_answer => answer::answer;
    on_undo => undo::undo;
    on_renew => renew::renew;
    on_disown => disown::disown;
}
