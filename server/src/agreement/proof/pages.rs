//! The page on which a code is looked up. It shows, and changes nothing.

use askama::Template;
use poem::http::StatusCode;
use poem::web::{Data, Path, Redirect};
use poem::{Endpoint, IntoResponse as _, Request, Response, Route, get, handler};

use super::find::{Proof, find};
use super::{Code, PLACE};
use crate::account::Limiter;
use crate::error::{Error, Result};
use crate::page::{Fields, Frame, Visitor, or_unknown, page, tell};
use crate::portal::Portal;
use crate::words::day;

/// To be nested at [`PLACE`], inside the middleware that adds the [`Portal`], the [`Visitor`] and the [`Limiter`].
pub fn routes() -> impl Endpoint<Output = Response> {
    or_unknown(Route::new().at("/", get(on_ask)).at("/:code", get(on_look)))
}

#[derive(Template)]
#[template(path = "pages/verify.html")]
struct VerifyPage {
    frame: Frame,
    place: &'static str,
    /// What was typed.
    typed: String,
    /// What is wrong with it.
    error: Option<String>,
    errors: Vec<(String, String)>,
    proof: Option<Shown>,
}

/// A proof in words.
struct Shown {
    code: String,
    award: String,
    signed_on: String,
    ended_on: Option<String>,
    text_hash: String,
    /// Of the scan, where it was signed on paper.
    scan_hash: Option<String>,
    file_hash: String,
}

/// The form, or on to the page of the code that was typed into it.
#[handler]
async fn on_ask(Data(portal): Data<&Portal>, request: &Request) -> Response {
    let typed = Fields::of_query(request)
        .await
        .get("code")
        .map(str::to_owned);
    let Some(typed) = typed else {
        return asked(portal, StatusCode::OK, String::new(), None);
    };
    match Code::typed(&typed) {
        Some(code) => Redirect::see_other(format!("{PLACE}/{}", code.grouped())).into_response(),
        None => unreadable(portal, typed),
    }
}

/// What the code proves. Whoever looks up many has to wait, as whoever tries to sign in does.
#[handler]
async fn on_look(
    Data(portal): Data<&Portal>,
    Data(visitor): Data<&Visitor>,
    Data(limiter): Data<&Limiter>,
    Path(typed): Path<String>,
) -> Response {
    let shown = match limiter.check(visitor.ip) {
        Ok(()) => look(portal, typed).await,
        Err(Error::TooMany(why)) => {
            let status = StatusCode::TOO_MANY_REQUESTS;
            Ok(asked(portal, status, typed, Some(why)))
        }
        Err(error) => Err(error),
    };
    tell(portal, shown)
}

async fn look(portal: &Portal, typed: String) -> Result<Response> {
    let Some(code) = Code::typed(&typed) else {
        return Ok(unreadable(portal, typed));
    };
    Ok(match find(portal, &code).await? {
        Some(proof) => genuine(portal, &code, proof),
        None => {
            let why = "No agreement has this code. Compare it with the document, letter by letter.";
            asked(
                portal,
                StatusCode::NOT_FOUND,
                code.grouped(),
                Some(why.into()),
            )
        }
    })
}

fn unreadable(portal: &Portal, typed: String) -> Response {
    let why = "A code has 20 letters and digits, in five groups of four.";
    asked(
        portal,
        StatusCode::UNPROCESSABLE_ENTITY,
        typed,
        Some(why.into()),
    )
}

fn asked(portal: &Portal, status: StatusCode, typed: String, error: Option<String>) -> Response {
    let title = match status {
        StatusCode::NOT_FOUND => "We do not know this code",
        _ => "Check a signed support agreement",
    };
    let errors = error.iter().map(|why| ("code".to_owned(), why.clone()));
    let shown = VerifyPage {
        frame: Frame::new(portal, title).with_errors(error.is_some()),
        place: PLACE,
        typed,
        errors: errors.collect(),
        error,
        proof: None,
    };
    page(status, &shown)
}

fn genuine(portal: &Portal, code: &Code, proof: Proof) -> Response {
    let title = match proof.ended_on {
        None => "This agreement is genuine",
        Some(_) => "This agreement is genuine, but no longer counts",
    };
    let shown = VerifyPage {
        frame: Frame::new(portal, title),
        place: PLACE,
        typed: String::new(),
        error: None,
        errors: Vec::new(),
        proof: Some(Shown {
            code: code.grouped(),
            award: proof.award,
            signed_on: day(proof.signed_on),
            ended_on: proof.ended_on.map(day),
            text_hash: proof.text_hash,
            scan_hash: proof.scan_hash,
            file_hash: proof.file_hash,
        }),
    };
    page(StatusCode::OK, &shown)
}
