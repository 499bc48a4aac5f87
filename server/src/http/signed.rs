//! Signed agreements as files, at `/signed-agreements/<id>.pdf`, for whoever is signed in and may read them.

use poem::http::StatusCode;
use poem::web::{Data, Path};
use poem::{Request, Response, handler};
use uuid::Uuid;

use super::callers::Sessions;
use super::say::say;
use crate::error::{Error, Result};
use crate::{access, agreement};

#[handler]
pub async fn download(
    request: &Request,
    Path(name): Path<String>,
    sessions: Data<&Sessions>,
) -> Response {
    match file(request, &name, &sessions).await {
        Ok(response) => response,
        Err(Error::Unauthenticated) => say(
            StatusCode::UNAUTHORIZED,
            "Sign in first, then follow the link again.\n",
        ),
        Err(Error::NotFound(_)) => say(
            StatusCode::NOT_FOUND,
            "There is no such agreement, or it is not yours to read.\n",
        ),
        Err(Error::Forbidden) => say(
            StatusCode::FORBIDDEN,
            "You see that there is an agreement, but only the applicant and the office read it.\n",
        ),
        Err(error) => {
            tracing::error!(?error, "a signed agreement could not be sent");
            say(
                StatusCode::INTERNAL_SERVER_ERROR,
                "Sorry, something went wrong on our side. Try again in a minute.\n",
            )
        }
    }
}

async fn file(request: &Request, name: &str, sessions: &Sessions) -> Result<Response> {
    let missing = || Error::NotFound("agreement");
    let db = &sessions.portal.db.read;
    let actor = sessions.actor(request, db).await;
    let actor = actor.map_err(|_| Error::Unauthenticated)?;
    let id = name.strip_suffix(".pdf").ok_or_else(missing)?;
    let id = Uuid::parse_str(id).map_err(|_| missing())?;
    let agreement = access::look(db, &actor, id).await?;
    agreement::download(db, &agreement).await
}
