//! The office's door for agreements that schools signed on paper: its page, and the files. The form is posted as browsers
//! post files, so the cookie alone must not be enough: what another site made a browser send is refused, by the rule that
//! GraphQL has.

use poem::http::StatusCode;
use poem::web::{Data, Path};
use poem::{Body, Request, Response, handler};
use uuid::Uuid;

use super::callers::Sessions;
use super::say::say;
use crate::access::{self, Actor};
use crate::agreement::{self, paper};
use crate::endpoint::{PublicOrigin, is_foreign};
use crate::error::{Error, Result};
use crate::page::Visitor;

/// Where an asking's paper is at the office.
pub const PLACE: &str = "/office/agreements";

#[handler]
pub async fn show(
    request: &Request,
    Path(id): Path<String>,
    sessions: Data<&Sessions>,
) -> Response {
    let shown = async {
        let desk = desk(request, &id, &sessions).await?;
        paper::show(&sessions.portal, &desk).await
    };
    told(shown.await)
}

#[handler]
pub async fn blank(
    request: &Request,
    Path(id): Path<String>,
    sessions: Data<&Sessions>,
) -> Response {
    let printed = async {
        let desk = desk(request, &id, &sessions).await?;
        paper::print(&sessions.portal, &desk).await
    };
    told(printed.await)
}

#[handler]
pub async fn take(
    request: &Request,
    body: Body,
    Path(id): Path<String>,
    sessions: Data<&Sessions>,
    Data(origin): Data<&PublicOrigin>,
    Data(visitor): Data<&Visitor>,
) -> Response {
    if is_foreign(request.headers(), origin) {
        return say(
            StatusCode::FORBIDDEN,
            "This was sent by another site. Open the page in the portal.\n",
        );
    }
    let taken = async {
        let desk = desk(request, &id, &sessions).await?;
        paper::take(&sessions.portal, &desk, request, body, visitor).await
    };
    told(taken.await)
}

/// A scan as a file, for whoever is signed in and may have it.
#[handler]
pub async fn download(
    request: &Request,
    Path(id): Path<String>,
    sessions: Data<&Sessions>,
) -> Response {
    let sent = async {
        let actor = actor(request, &sessions).await?;
        let db = &sessions.portal.db.read;
        let scan = access::look(db, &actor, named(&id, "scan")?).await?;
        agreement::download_scan(db, &scan).await
    };
    told(sent.await)
}

async fn desk(request: &Request, id: &str, sessions: &Sessions) -> Result<paper::Desk> {
    let actor = actor(request, sessions).await?;
    let id = named(id, "agreement")?;
    let place = format!("{PLACE}/{id}");
    paper::of_office(&sessions.portal, actor, place, id).await
}

async fn actor(request: &Request, sessions: &Sessions) -> Result<Actor> {
    let actor = sessions.actor(request, &sessions.portal.db.read).await;
    actor.map_err(|_| Error::Unauthenticated)
}

fn named(id: &str, thing: &'static str) -> Result<Uuid> {
    Uuid::parse_str(id).map_err(|_| Error::NotFound(thing))
}

fn told(done: Result<Response>) -> Response {
    match done {
        Ok(response) => response,
        Err(Error::Unauthenticated) => say(
            StatusCode::UNAUTHORIZED,
            "Sign in first, then follow the link again.\n",
        ),
        Err(Error::Forbidden) => say(
            StatusCode::FORBIDDEN,
            "You may see this application, but you may not do that with its agreement.\n",
        ),
        Err(Error::NotFound(_)) => say(
            StatusCode::NOT_FOUND,
            "There is nothing here, or it is not yours to see.\n",
        ),
        Err(Error::WrongState(_)) => say(
            StatusCode::CONFLICT,
            "Nobody is asked to sign any more, so no paper can be taken. Go back to the application.\n",
        ),
        Err(error) => {
            tracing::error!(?error, "the office's paper failed");
            say(
                StatusCode::INTERNAL_SERVER_ERROR,
                "Sorry, something went wrong on our side. Nothing was changed. Try again in a minute.\n",
            )
        }
    }
}
