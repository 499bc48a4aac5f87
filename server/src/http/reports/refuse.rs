//! What is wrong, as GraphQL tells it.

use poem::Response;
use poem::http::{HeaderValue, StatusCode, header};
use serde_json::{Value as Json, json};

use crate::endpoint::Refusal;
use crate::error::Error;
use crate::ledger::Exhausted;

/// Seconds after which a place may be free again.
const LATER: u64 = 10;

pub fn wrong(error: &Error) -> Response {
    if let Error::Internal(cause) = error {
        tracing::error!(?cause, "a report failed");
    }
    let status = match error {
        Error::Unauthenticated => StatusCode::UNAUTHORIZED,
        Error::Forbidden | Error::Withheld(_) => StatusCode::FORBIDDEN,
        Error::NotFound(_) => StatusCode::NOT_FOUND,
        Error::TooMany(_) => StatusCode::TOO_MANY_REQUESTS,
        Error::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
        _ => StatusCode::BAD_REQUEST,
    };
    let mut extensions = json!({ "code": error.code() });
    if let Error::Invalid(fields) = error {
        let fields = fields
            .iter()
            .map(|field| json!({ "name": field.name, "message": field.message }));
        extensions["fields"] = fields.collect();
    }
    told(status, &error.message(), extensions)
}

pub fn refused(refusal: &Refusal) -> Response {
    let (status, wait) = match refusal {
        Refusal::Unauthenticated => (StatusCode::UNAUTHORIZED, None),
        Refusal::TooManyRequests { retry_after } => {
            (StatusCode::TOO_MANY_REQUESTS, Some(retry_after.as_secs()))
        }
        Refusal::Exhausted(Exhausted(told)) => {
            let wait = told.resets_in().as_secs();
            (StatusCode::TOO_MANY_REQUESTS, Some(wait))
        }
        _ => (StatusCode::SERVICE_UNAVAILABLE, None),
    };
    let extensions = json!({ "code": refusal.code() });
    later(told(status, &refusal.to_string(), extensions), wait)
}

/// All places are taken.
pub fn busy() -> Response {
    let message = "Too many files are being written at the moment. Try again in some seconds.";
    let extensions = json!({ "code": "BUSY" });
    let response = told(StatusCode::SERVICE_UNAVAILABLE, message, extensions);
    later(response, Some(LATER))
}

/// With the seconds after which it is worth to ask again.
fn later(mut response: Response, wait: Option<u64>) -> Response {
    if let Some(wait) = wait {
        response
            .headers_mut()
            .insert(header::RETRY_AFTER, HeaderValue::from(wait));
    }
    response
}

fn told(status: StatusCode, message: &str, extensions: Json) -> Response {
    let body = json!({ "errors": [{ "message": message, "extensions": extensions }] });
    Response::builder()
        .status(status)
        .content_type("application/json")
        .header(header::CACHE_CONTROL, "no-store")
        .body(body.to_string())
}
