//! What goes back: the GraphQL response as JSON, its HTTP status and headers.

use async_graphql::{Response, ServerError, Value, value};
use poem::http::{HeaderName, HeaderValue, StatusCode, header};

use super::{cost::Cost, negotiate::Media, refusal::Refusal};
use crate::ledger::Exhausted;

/// Errors in the answer to a document that did not pass validation. One can hold thousands, and
/// each can repeat a name of several kilobytes.
const MOST_ERRORS: usize = 20;
/// Characters of a message in them.
const LONGEST_MESSAGE: usize = 500;

/// An operation that was handed to the schema.
pub(super) fn executed(media: Media, response: Response, cost: Option<Cost>) -> poem::Response {
    let headers = response.http_headers.clone();
    let mut answer = if failed_before_running(&response) {
        let status = media.request_error(StatusCode::BAD_REQUEST);
        write(
            media,
            status,
            &Body {
                errors: shortened(response.errors),
                data: None,
                extensions: extensions(cost),
            },
        )
    } else {
        let body = Body {
            errors: response.errors,
            data: Some(response.data),
            extensions: extensions(cost),
        };
        write(media, StatusCode::OK, &body)
    };
    // Sign-in and sign-out set their cookie from a resolver.
    for (name, value) in &headers {
        answer.headers_mut().append(name, value.clone());
    }
    if let Some(cost) = cost {
        cost.tell(answer.headers_mut());
    }
    answer
}

/// A request that was not.
pub(super) fn refused(media: Media, refusal: &Refusal) -> poem::Response {
    let cost = refusal.cost();
    let body = Body {
        errors: shortened(vec![refusal.error()]),
        data: None,
        extensions: extensions(cost),
    };
    let mut answer = write(media, refusal.status(media), &body);
    if let Some((name, value)) = extra_header(refusal) {
        answer.headers_mut().insert(name, value);
    }
    if let Some(cost) = cost {
        cost.tell(answer.headers_mut());
    }
    answer
}

/// The specification has no `data` in the answer to a request that never ran, and a null there if
/// it ran and failed. The library writes null for both; but what fails while running has a path.
fn failed_before_running(response: &Response) -> bool {
    response.data == Value::Null
        && !response.errors.is_empty()
        && response.errors.iter().all(|error| error.path.is_empty())
}

/// Keeps the answer small, and gives the library's own errors a code like all others.
fn shortened(mut errors: Vec<ServerError>) -> Vec<ServerError> {
    errors.truncate(MOST_ERRORS);
    for error in &mut errors {
        if let Some((end, _)) = error.message.char_indices().nth(LONGEST_MESSAGE) {
            error.message.truncate(end);
            error.message.push('…');
        }
        let extensions = error.extensions.get_or_insert_default();
        if extensions.get("code").is_none() {
            extensions.set("code", "GRAPHQL_VALIDATION_FAILED");
        }
    }
    errors
}

struct Body {
    errors: Vec<ServerError>,
    data: Option<Value>,
    extensions: Option<Value>,
}

fn extensions(cost: Option<Cost>) -> Option<Value> {
    cost.map(|cost| value!({ "cost": (cost.value()) }))
}

impl Body {
    fn json(&self) -> serde_json::Result<Vec<u8>> {
        let mut json = Vec::with_capacity(1024);
        if !self.errors.is_empty() {
            json.extend_from_slice(b",\"errors\":");
            serde_json::to_writer(&mut json, &self.errors)?;
        }
        if let Some(data) = &self.data {
            json.extend_from_slice(b",\"data\":");
            put(data, &mut json)?;
        }
        if let Some(extensions) = &self.extensions {
            json.extend_from_slice(b",\"extensions\":");
            put(extensions, &mut json)?;
        }
        // The first comma stands where the object begins.
        match json.first_mut() {
            Some(first) => *first = b'{',
            None => json.push(b'{'),
        }
        json.push(b'}');
        Ok(json)
    }
}

/// Writes a value. Bytes are JSON that is finished already: `schema` gives objects and lists so.
fn put(value: &Value, json: &mut Vec<u8>) -> serde_json::Result<()> {
    match value {
        Value::Binary(finished) => json.extend_from_slice(finished),
        Value::Object(members) => {
            json.push(b'{');
            for (place, (name, value)) in members.iter().enumerate() {
                if place > 0 {
                    json.push(b',');
                }
                serde_json::to_writer(&mut *json, name.as_str())?;
                json.push(b':');
                put(value, json)?;
            }
            json.push(b'}');
        }
        Value::List(items) => {
            json.push(b'[');
            for (place, value) in items.iter().enumerate() {
                if place > 0 {
                    json.push(b',');
                }
                put(value, json)?;
            }
            json.push(b']');
        }
        plain => serde_json::to_writer(json, plain)?,
    }
    Ok(())
}

fn write(media: Media, status: StatusCode, body: &Body) -> poem::Response {
    let answer = poem::Response::builder()
        .header(header::CONTENT_TYPE, media.content_type())
        .header(header::CACHE_CONTROL, "no-store");
    match body.json() {
        Ok(json) => answer.status(status).body(json),
        Err(_) => answer.status(StatusCode::INTERNAL_SERVER_ERROR).finish(),
    }
}

fn extra_header(refusal: &Refusal) -> Option<(HeaderName, HeaderValue)> {
    match refusal {
        Refusal::MethodNotAllowed { allowed, .. } => {
            Some((header::ALLOW, HeaderValue::from_static(allowed)))
        }
        Refusal::UnsupportedMediaType => Some((
            HeaderName::from_static("accept-post"),
            HeaderValue::from_static("application/json"),
        )),
        Refusal::Unauthenticated => {
            Some((header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer")))
        }
        Refusal::TooManyRequests { retry_after } => Some((
            header::RETRY_AFTER,
            HeaderValue::from(retry_after.as_secs().max(1)),
        )),
        Refusal::Exhausted(Exhausted(told)) => Some((
            header::RETRY_AFTER,
            HeaderValue::from(told.resets_in().as_secs()),
        )),
        _ => None,
    }
}
