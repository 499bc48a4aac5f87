//! The one way to the server: an operation goes out as JSON, data or a `Problem` comes back.

#[macro_use]
pub mod narrow;
#[macro_use]
pub mod read;

use cynic::Operation;
use gloo_net::http::Request;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use read::Read;

#[cynic::schema("portal")]
pub mod schema {}

/// An instant, as the server writes it (RFC 3339).
#[derive(cynic::Scalar, Clone, Debug, PartialEq)]
#[cynic(graphql_type = "DateTime")]
pub struct Moment(pub String);

/// A date without a time: `2025-12-05`.
#[derive(cynic::Scalar, Clone, Debug, PartialEq, PartialOrd)]
#[cynic(graphql_type = "NaiveDate")]
pub struct Day(pub String);

#[derive(cynic::Enum, Clone, Copy, Debug, PartialEq)]
pub enum Direction {
    Asc,
    Desc,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
pub struct PageInfo {
    pub has_next_page: bool,
    pub end_cursor: Option<String>,
}
reads!(PageInfo {
    has_next_page,
    end_cursor
});

/// An argument that is only an id.
#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct ById {
    pub id: cynic::Id,
}

/// Why there is no answer, or no change.
#[derive(Clone, Debug, PartialEq)]
pub enum Problem {
    SignedOut,
    Forbidden,
    NotFound,
    /// What is wrong with which input field.
    Invalid(Vec<FieldProblem>),
    /// Somebody changed the same thing meanwhile.
    Conflict,
    /// The server says why in words for people.
    Refused(String),
    /// The request did not reach the server.
    Offline,
    /// The answer made no sense.
    Broken(String),
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct FieldProblem {
    /// The input field, in camelCase.
    pub name: String,
    pub message: String,
}

impl Problem {
    pub fn words(&self) -> String {
        match self {
            Problem::SignedOut => "You are signed out.".into(),
            Problem::Forbidden => "You may see this, but you may not change it.".into(),
            Problem::NotFound => "This does not exist, or it is not yours to see.".into(),
            Problem::Invalid(_) => "Some answers need another look.".into(),
            Problem::Conflict => {
                "Somebody changed this since you opened it. Load the page again to see the change."
                    .into()
            }
            Problem::Refused(words) => words.clone(),
            Problem::Offline => {
                "The portal cannot be reached. Check your connection and try again.".into()
            }
            Problem::Broken(words) => words.clone(),
        }
    }
}

#[derive(Deserialize)]
struct Reply {
    data: Option<Value>,
    #[serde(default)]
    errors: Vec<Failure>,
}

#[derive(Deserialize)]
struct Failure {
    message: String,
    #[serde(default)]
    extensions: Extensions,
}

#[derive(Deserialize, Default)]
struct Extensions {
    #[serde(default)]
    code: String,
    #[serde(default)]
    fields: Vec<FieldProblem>,
}

/// Asks the server. Being signed out is also told to the session, which then asks to sign in again.
pub async fn ask<D: Read, V: Serialize>(operation: Operation<D, V>) -> Result<D, Problem> {
    read_as(&ask_for_json(body_of(&operation)).await?)
}

pub fn body_of<D, V: Serialize>(operation: &Operation<D, V>) -> String {
    // Strings, numbers and lists of them: there is nothing in it that JSON cannot say.
    serde_json::to_string(operation).unwrap_or_default()
}

pub fn read_as<D: Read>(data: &Value) -> Result<D, Problem> {
    D::read(data).ok_or_else(not_understood)
}

/// Not generic, so that it is in the bundle once.
pub async fn ask_for_json(body: String) -> Result<Value, Problem> {
    let reply = exchange(body).await;
    if matches!(reply, Err(Problem::SignedOut)) {
        crate::session::expire();
    }
    reply
}

async fn exchange(body: String) -> Result<Value, Problem> {
    let request = Request::post("/graphql")
        .header("content-type", "application/json")
        .header(
            "accept",
            "application/graphql-response+json, application/json;q=0.9",
        )
        .body(body)
        .map_err(|_| not_understood())?;
    let response = request.send().await.map_err(|_| Problem::Offline)?;
    let busy = response.status() == 429 || response.status() >= 502;
    let text = response.text().await.map_err(|_| Problem::Offline)?;
    match parsed(&text) {
        Some(reply) => read(reply),
        None if busy => Err(Problem::Refused(
            "The portal is busy. Wait a moment and try again.".into(),
        )),
        None => Err(not_understood()),
    }
}

/// Two doors read it; once in the bundle.
#[inline(never)]
fn parsed(text: &str) -> Option<Reply> {
    serde_json::from_str(text).ok()
}

/// Why another door than GraphQL's has refused: it says so in the same words. Being signed out is told to the session.
pub fn refusal(text: &str) -> Problem {
    let reply = parsed(text).and_then(|reply| read(reply).err());
    let problem = reply.unwrap_or_else(not_understood);
    if matches!(problem, Problem::SignedOut) {
        crate::session::expire();
    }
    problem
}

fn read(reply: Reply) -> Result<Value, Problem> {
    let Some(failure) = reply.errors.into_iter().next() else {
        return reply.data.ok_or_else(not_understood);
    };
    Err(match failure.extensions.code.as_str() {
        "UNAUTHENTICATED" => Problem::SignedOut,
        "FORBIDDEN" => Problem::Forbidden,
        "NOT_FOUND" => Problem::NotFound,
        "INVALID_INPUT" if !failure.extensions.fields.is_empty() => {
            Problem::Invalid(failure.extensions.fields)
        }
        "CONFLICT" => Problem::Conflict,
        "" => Problem::Broken(format!("The portal could not answer: {}", failure.message)),
        _ => Problem::Refused(failure.message),
    })
}

fn not_understood() -> Problem {
    Problem::Broken("The portal gave an answer that this page does not understand. It may have been updated: load the page again.".into())
}
