//! Reports as files, at `/reports/<name>.csv` and `/reports/<name>.xlsx`.

mod ask;
mod refuse;
mod write;

use poem::web::{Data, Path};
use poem::{Request, Response, handler};
use serde_json::{Value as Json, json};

use super::assets;
use super::callers::Sessions;
use crate::access::Actor;
use crate::error::{Error, Result};
use crate::reading::Reader;
use crate::report::{Places, Report, find};
use crate::token;

use ask::Parameters;
use refuse::{refused, wrong};
use write::{Form, Writing};

/// A report for whoever is signed in or sends a key. Names without an ending are pages of the app.
#[handler]
pub async fn download(
    request: &Request,
    Path(name): Path<String>,
    sessions: Data<&Sessions>,
    places: Data<&Places>,
) -> Response {
    if !name.contains('.') {
        return assets::page(request);
    }
    match sessions.actor(request, &sessions.portal.db.read).await {
        Ok(actor) => {
            let asked = Parameters::read(request);
            answer(request, &name, actor, asked, &sessions, &places).await
        }
        Err(refusal) => refused(&refusal),
    }
}

/// A report for whoever knows a secret address, by the right of the key that it belongs to.
#[handler]
pub async fn download_at(
    request: &Request,
    Path((secret, name)): Path<(String, String)>,
    sessions: Data<&Sessions>,
    places: Data<&Places>,
) -> Response {
    let portal = &sessions.portal;
    let address = match token::recognise_address(portal, &secret).await {
        Ok(address) => address.filter(|address| address.file() == name),
        Err(error) => return wrong(&error),
    };
    let Some(address) = address else {
        // Addresses cannot be guessed, but trying must not be free either.
        return match sessions.limit(request) {
            Ok(()) => wrong(&Error::NotFound("report")),
            Err(refusal) => refused(&refusal),
        };
    };
    let asked = Parameters::read(request).and_then(|asked| narrowed(asked, address.filter));
    answer(request, &name, address.actor, asked, &sessions, &places).await
}

async fn answer(
    request: &Request,
    name: &str,
    actor: Actor,
    asked: Result<Parameters>,
    sessions: &Sessions,
    places: &Places,
) -> Response {
    let portal = &sessions.portal;
    let reader = Reader::new(portal, actor);
    let writing = known(name)
        .ok_or(Error::NotFound("report"))
        .and_then(|(report, form)| Writing::new(report, form, &reader, &asked?));
    match writing {
        Ok(writing) => {
            writing
                .answer(request.method(), portal, &reader, places)
                .await
        }
        Err(error) => wrong(&error),
    }
}

fn known(name: &str) -> Option<(&'static Report, Form)> {
    let (name, ending) = name.rsplit_once('.')?;
    Some((find(name)?, Form::of(ending)?))
}

/// Only the rows that the address is for.
fn narrowed(mut asked: Parameters, filter: Option<String>) -> Result<Parameters> {
    if let Some(filter) = filter {
        let fixed: Json = serde_json::from_str(&filter).map_err(anyhow::Error::from)?;
        asked.asked.filter = Some(match asked.asked.filter.take() {
            Some(wanted) => json!({ "and": [fixed, wanted] }),
            None => fixed,
        });
    }
    Ok(asked)
}
