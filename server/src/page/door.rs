//! The doors of link pages. Whoever opens one shows the page of a link, or takes a form that was posted to it.

use poem::http::StatusCode;
use poem::{Endpoint, EndpointExt as _, Request, Response, Route};

use super::unknown;
use crate::portal::Portal;

/// An address below a door that no letter has gets the page that says so.
pub fn or_unknown(route: Route) -> impl Endpoint<Output = Response> {
    route.around(async |inner, request: Request| {
        let portal = request.data::<Portal>().cloned();
        match (inner.call(request).await, portal) {
            (Err(refused), Some(portal)) if refused.status() == StatusCode::NOT_FOUND => {
                Ok(unknown(&portal))
            }
            (answer, _) => answer,
        }
    })
}

/// What a door does with its links: opens them, takes what is posted, and leads back to their page. `$limit` is the
/// longest form in bytes; a verb gets what is named after `with` beside portal, link and fields.
macro_rules! door {
    (
        at $place:path, opened by $open:path => $link:ty, up to $limit:expr;
        $($name:ident => $verb:path $(, with $beside:ident: $kind:ty)?;)*
    ) => {
        async fn opened(
            portal: &$crate::portal::Portal,
            request: &poem::Request,
        ) -> $crate::error::Result<Option<$link>> {
            match request.raw_path_param("token") {
                Some(token) => $open(portal, token).await,
                None => Ok(None),
            }
        }

        fn page_of(token: &str) -> String {
            format!("{}/{token}", $place)
        }

        /// To the page of the link, where everything is shown as it lies in the database: reloading it repeats nothing.
        fn back_to(token: &str) -> poem::Response {
            poem::IntoResponse::into_response(poem::web::Redirect::see_other(page_of(token)))
        }

        /// Somebody came back to the address of a form, by the address bar or a bookmark.
        #[poem::handler]
        async fn on_return(request: &poem::Request) -> poem::Response {
            back_to(request.raw_path_param("token").unwrap_or_default())
        }

        $(
            #[poem::handler]
            async fn $name(
                poem::web::Data(portal): poem::web::Data<&$crate::portal::Portal>,
                $(poem::web::Data($beside): poem::web::Data<&$kind>,)?
                request: &poem::Request,
                body: poem::Body,
            ) -> poem::Response {
                let done = async {
                    let Some(link) = opened(portal, request).await? else {
                        return Ok($crate::page::unknown(portal));
                    };
                    match $crate::page::Fields::of_body(request, body, $limit).await {
                        Ok(fields) => $verb(portal, &link, &fields $(, $beside)?).await,
                        Err(status) => {
                            Ok($crate::page::unreadable(portal, &page_of(&link.token), status))
                        }
                    }
                };
                $crate::page::tell(portal, done.await)
            }
        )*
    };
}
pub(crate) use door;
