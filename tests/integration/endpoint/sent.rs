//! Requests made by hand, to be as wrong as they need to be.

use reqwest::{Client, Method};
use serde_json::{Value, json};

/// A request, still to be sent.
#[derive(Clone, Debug)]
pub struct Sent {
    pub method: Method,
    pub query: String,
    pub headers: Vec<(&'static str, String)>,
    pub body: Vec<u8>,
}

/// What came back.
pub struct Received {
    pub status: u16,
    pub text: String,
    pub code: String,
    pub sets_cookie: bool,
}

impl Received {
    fn cut_off(why: &str) -> Self {
        Self {
            status: 413,
            text: why.to_owned(),
            code: "BODY_TOO_LARGE".into(),
            sets_cookie: false,
        }
    }
}

impl Sent {
    /// A well-formed request with this document.
    pub fn document(document: &str) -> Self {
        Self::with_variables(document, json!({}))
    }

    pub fn with_variables(document: &str, variables: Value) -> Self {
        Self::body(json!({ "query": document, "variables": variables }).to_string())
    }

    /// A POST of JSON, with whatever this is in it.
    pub fn body(body: impl Into<Vec<u8>>) -> Self {
        let headers = vec![("content-type", "application/json".to_owned())];
        Self {
            method: Method::POST,
            query: String::new(),
            headers,
            body: body.into(),
        }
    }

    /// A GET with this query string.
    pub fn get(query: &str) -> Self {
        Self {
            method: Method::GET,
            query: format!("?{query}"),
            headers: Vec::new(),
            body: Vec::new(),
        }
    }

    /// With another value of a header, or without it where the value is empty.
    pub fn header(mut self, name: &'static str, value: &str) -> Self {
        self.headers.retain(|(known, _)| *known != name);
        if !value.is_empty() {
            self.headers.push((name, value.to_owned()));
        }
        self
    }

    pub fn method(self, method: Method) -> Self {
        Self { method, ..self }
    }

    pub async fn send(&self, client: &Client, url: &str) -> Received {
        let mut request =
            client.request(self.method.clone(), format!("{url}/graphql{}", self.query));
        for (name, value) in &self.headers {
            request = request.header(*name, value);
        }
        let response = match request.body(self.body.clone()).send().await {
            Ok(response) => response,
            // A server that refuses a large body before all of it has come may close the connection on the rest.
            Err(why) if self.body.len() > 64 * 1024 => return Received::cut_off(&why.to_string()),
            Err(why) => panic!("no answer: {why:?}"),
        };
        let status = response.status().as_u16();
        let sets_cookie = response.headers().contains_key("set-cookie");
        let text = response.text().await.expect("a body");
        let json: Value = serde_json::from_str(&text).unwrap_or_default();
        let code = json["errors"][0]["extensions"]["code"]
            .as_str()
            .unwrap_or("no code")
            .to_owned();
        Received {
            status,
            text,
            code,
            sets_cookie,
        }
    }
}
