//! The pages of a signatory: plain forms. A GET shows and changes nothing, whoever makes it; a POST acts only with a name
//! that somebody types and a tick, or for a new link a tick.

mod answer;
mod closed;
mod show;
mod sign;

use poem::http::StatusCode;
use poem::web::{Data, Redirect};
use poem::{
    Body, Endpoint, EndpointExt as _, IntoResponse as _, Request, Response, Route, get, handler,
};

use super::link::{self, Link};
use crate::error::Result;
use crate::page::{Fields, Visitor, tell, unknown, unreadable};
use crate::portal::Portal;

/// A form with every field as long as it may be is smaller.
const LONGEST_BODY: usize = 64 * 1024;

/// To be nested at `/agreement`, inside the middleware that adds the [`Portal`] and the [`Visitor`].
pub fn routes() -> impl Endpoint<Output = Response> {
    Route::new()
        .at("/:token", get(on_show).post(on_sign))
        .at("/:token/decline", get(on_return).post(on_decline))
        .at("/:token/hand-on", get(on_return).post(on_hand_on))
        .at("/:token/renew", get(on_return).post(on_renew))
        .around(async |inner, request: Request| {
            let portal = request.data::<Portal>().cloned();
            match (inner.call(request).await, portal) {
                (Err(refused), Some(portal)) if refused.status() == StatusCode::NOT_FOUND => {
                    Ok(unknown(&portal))
                }
                (answer, _) => answer,
            }
        })
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

/// Somebody came back to the address of a form, by the address bar or a bookmark.
#[handler]
async fn on_return(request: &Request) -> Response {
    back_to(request.raw_path_param("token").unwrap_or_default())
}

macro_rules! posts {
    ($($name:ident => $verb:path;)*) => {$(
        #[handler]
        async fn $name(
            Data(portal): Data<&Portal>,
            Data(visitor): Data<&Visitor>,
            request: &Request,
            body: Body,
        ) -> Response {
            let done = async {
                let Some(link) = opened(portal, request).await? else { return Ok(unknown(portal)) };
                match Fields::of_body(request, body, LONGEST_BODY).await {
                    Ok(fields) => $verb(portal, &link, &fields, visitor).await,
                    Err(status) => Ok(unreadable(portal, &page_of(&link.token), status)),
                }
            };
            tell(portal, done.await)
        }
    )*};
}

posts! {
    on_sign => sign::sign;
    on_decline => answer::decline;
    on_hand_on => answer::hand_on;
    on_renew => answer::renew;
}

async fn opened(portal: &Portal, request: &Request) -> Result<Option<Link>> {
    match request.raw_path_param("token") {
        Some(token) => link::open(portal, token).await,
        None => Ok(None),
    }
}

fn page_of(token: &str) -> String {
    format!("/agreement/{token}")
}

/// To the page of the link, where everything is shown as it lies in the database: reloading it repeats nothing.
fn back_to(token: &str) -> Response {
    Redirect::see_other(page_of(token)).into_response()
}
