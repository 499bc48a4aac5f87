//! Requests to the endpoint over a small schema.

use async_graphql::{EmptySubscription, Schema, parser::types::OperationType};
use poem::{
    Endpoint, Request,
    http::{HeaderMap, Method, StatusCode, header},
};
use serde_json::{Value as Json, json};

use super::schema::{Mutation, Query};
use crate::endpoint::{Caller, Callers, Cost, GraphQl, Introspection, Limits, Refusal};
use crate::ledger::Ledger;

pub const PUBLIC_URL: &str = "https://portal.example.org";
pub const HELLO: &str = r#"{"query":"{ hello }"}"#;
pub type Scratch = GraphQl<Schema<Query, Mutation, EmptySubscription>, Headers>;

pub fn endpoint(limits: Limits) -> Scratch {
    let schema = Schema::build(Query, Mutation, EmptySubscription).finish();
    GraphQl::new(
        schema,
        Headers,
        PUBLIC_URL.parse().expect("an origin"),
        limits,
    )
}

/// Takes the caller's word: `Bearer known` may see the schema, `Bearer busy` asks too often,
/// `Bearer charged` has ten points in an hour.
pub struct Headers;

impl Callers for Headers {
    async fn identify(
        &self,
        request: &Request,
        points: usize,
        _: OperationType,
    ) -> Result<Caller, Refusal> {
        let mut caller = Caller::default();
        match request.header("authorization") {
            None => {}
            Some("Bearer known") => {
                caller.data.insert("a known program");
                caller.introspection = Introspection::Allowed;
            }
            Some("Bearer weighed") => caller.cost = Some(Cost::Weighed(points)),
            Some("Bearer charged") => {
                let now = "2026-06-30T10:37:30Z".parse().expect("a moment");
                let charged = Ledger::new(10).charge(uuid::Uuid::nil(), points as i64, now);
                caller.cost = Some(Cost::Charged(charged.map_err(Refusal::Exhausted)?));
            }
            Some("Bearer busy") => {
                let retry_after = std::time::Duration::from_secs(7);
                return Err(Refusal::TooManyRequests { retry_after });
            }
            Some(_) => return Err(Refusal::Unauthenticated),
        }
        Ok(caller)
    }
}

/// What came back.
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub text: String,
    pub json: Json,
}

impl Answer {
    pub fn code(&self) -> &str {
        self.json["errors"][0]["extensions"]["code"]
            .as_str()
            .unwrap_or("no code")
    }

    /// The `data` member's text, in which the order of keys can be seen.
    pub fn data(&self) -> &str {
        let at = self.text.find("\"data\":").expect("data");
        &self.text[at + 7..self.text.len() - 1]
    }
}

/// Sends a document the usual way, as a program that may see the schema. Of several operations
/// the one named `run` is run.
pub async fn ask(query: &str) -> Answer {
    ask_with(query, json!({}), Limits::default()).await
}

pub async fn ask_with(query: &str, variables: Json, limits: Limits) -> Answer {
    let name = query.contains("query run ").then_some("run");
    let body = json!({ "query": query, "variables": variables, "operationName": name }).to_string();
    let request = post().header("authorization", "Bearer known").body(body);
    send(limits, request).await
}

pub async fn assert_code(query: &str, variables: Json, limits: Limits, code: &str) {
    let answer = ask_with(query, variables, limits).await;
    let text: String = answer.text.chars().take(400).collect();
    assert_eq!(
        answer.code(),
        code,
        "{}\n{text}",
        query.chars().take(200).collect::<String>()
    );
    if code != "no code" {
        assert!(!answer.text.contains("\"data\""), "{text}");
    }
}

/// `at` passes and `beyond` is refused with `code`, under `limits`.
pub async fn assert_edge(limits: Limits, at: &str, beyond: &str, code: &str) {
    assert_code(at, json!({}), limits.clone(), "no code").await;
    assert_code(beyond, json!({}), limits, code).await;
}

/// A POST as it should be, still without a body.
pub fn post() -> poem::RequestBuilder {
    Request::builder()
        .method(Method::POST)
        .header(header::CONTENT_TYPE, "application/json")
}

/// A GET with a query string.
pub fn get(query: &str) -> poem::RequestBuilder {
    Request::builder()
        .method(Method::GET)
        .uri_str(format!("/graphql?{query}"))
}

pub async fn answer(request: Request) -> Answer {
    send(Limits::default(), request).await
}

pub async fn send(limits: Limits, request: Request) -> Answer {
    let answer = endpoint(limits)
        .call(request)
        .await
        .expect("never an error");
    let (status, headers) = (answer.status(), answer.headers().clone());
    let text = answer.into_body().into_string().await.expect("text");
    let json = serde_json::from_str(&text).unwrap_or_default();
    Answer {
        status,
        headers,
        text,
        json,
    }
}
