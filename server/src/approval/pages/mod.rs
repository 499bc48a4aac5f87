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

use poem::http::StatusCode;
use poem::web::{Data, Redirect};
use poem::{
    Body, Endpoint, EndpointExt as _, IntoResponse as _, Request, Response, Route, get, handler,
};

use super::link::{self, Link};
use crate::error::Result;
use crate::page::{Fields, tell, unknown, unreadable};
use crate::portal::Portal;

/// A form with every task of a full page commented on at length is smaller.
const LONGEST_BODY: usize = 256 * 1024;

/// To be nested at `/l`, inside the middleware that adds the [`Portal`] and the one that adds the headers of link pages.
pub fn routes() -> impl Endpoint<Output = Response> {
    Route::new()
        .at("/:token", get(on_show).post(on_answer))
        .at("/:token/undo", get(on_return).post(on_undo))
        .at("/:token/renew", get(on_return).post(on_renew))
        .at("/:token/disown", get(on_return).post(on_disown))
        .around(async |inner, request: Request| {
            let portal = request.data::<Portal>().cloned();
            match (inner.call(request).await, portal) {
                // An address below `/l` that no letter has.
                (Err(refused), Some(portal)) if refused.status() == StatusCode::NOT_FOUND => {
                    Ok(unknown(&portal))
                }
                (answer, _) => answer,
            }
        })
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

/// Somebody came back to the address of a form, by the address bar or a bookmark.
#[handler]
async fn on_return(request: &Request) -> Response {
    back_to(request.raw_path_param("token").unwrap_or_default())
}

macro_rules! posts {
    ($($name:ident => $verb:path;)*) => {$(
        #[handler]
        async fn $name(Data(portal): Data<&Portal>, request: &Request, body: Body) -> Response {
            let done = async {
                let Some(link) = opened(portal, request).await? else { return Ok(unknown(portal)) };
                match Fields::of_body(request, body, LONGEST_BODY).await {
                    Ok(fields) => $verb(portal, &link, &fields).await,
                    Err(status) => Ok(unreadable(portal, &format!("/l/{}", link.token), status)),
                }
            };
            tell(portal, done.await)
        }
    )*};
}

posts! {
    on_answer => answer::answer;
    on_undo => undo::undo;
    on_renew => renew::renew;
    on_disown => disown::disown;
}

async fn opened(portal: &Portal, request: &Request) -> Result<Option<Link>> {
    match request.raw_path_param("token") {
        Some(token) => link::open(portal, token).await,
        None => Ok(None),
    }
}

/// To the page of the link, where everything is shown as it lies in the database: reloading it repeats nothing.
fn back_to(page: &str) -> Response {
    Redirect::see_other(format!("/l/{page}")).into_response()
}
