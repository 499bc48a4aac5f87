//! A browser, or a reporting tool, that asks the portal by GraphQL.

use reqwest::Client;
use serde_json::{Value, json};

use super::Answer;

/// Keeps its cookies, as a browser does. Clones share them.
#[derive(Clone, Debug)]
pub struct Visitor {
    client: Client,
    url: String,
    key: Option<String>,
}

impl Visitor {
    /// Somebody who has never been here.
    pub fn new(url: &str) -> Self {
        let client = Client::builder()
            .cookie_store(true)
            .build()
            .expect("a client");
        Self {
            client,
            url: url.to_owned(),
            key: None,
        }
    }

    /// A reporting tool with its key.
    pub fn with_key(url: &str, key: &str) -> Self {
        Self {
            key: Some(key.to_owned()),
            ..Self::new(url)
        }
    }

    /// The same visitor, with its cookies and its key, at another door or server of the portal.
    pub fn at(&self, url: &str) -> Self {
        Self {
            url: url.to_owned(),
            ..self.clone()
        }
    }

    /// What the server answers.
    ///
    /// # Errors
    /// No answer, from a server that may not live to give one.
    pub async fn tries(&self, document: &str, variables: Value) -> Result<Answer, reqwest::Error> {
        let mut request = self.client.post(format!("{}/graphql", self.url));
        if let Some(key) = &self.key {
            request = request.bearer_auth(key);
        }
        let body = json!({ "query": document, "variables": variables });
        let response = request.json(&body).send().await?;
        Answer::read(response, document).await
    }

    /// What the server answers, whatever it is.
    pub async fn ask(&self, document: &str, variables: Value) -> Answer {
        self.tries(document, variables).await.expect("an answer")
    }

    /// The answer's data.
    ///
    /// # Panics
    /// If there is any error.
    pub async fn query(&self, document: &str, variables: Value) -> Value {
        self.ask(document, variables).await.data()
    }

    /// The one error with this code that the answer has to be: its message, path and extensions.
    ///
    /// # Panics
    /// If there is none, another, or more.
    pub async fn expect_error(&self, code: &str, document: &str, variables: Value) -> Value {
        self.ask(document, variables).await.error(code)
    }

    /// What stands at an address below the portal's, asked for as this visitor.
    pub async fn get(&self, path: &str) -> reqwest::Response {
        let mut request = self.client.get(format!("{}{path}", self.url));
        if let Some(key) = &self.key {
            request = request.bearer_auth(key);
        }
        request.send().await.expect("an answer")
    }

    /// The client itself, for what is no GraphQL.
    pub fn client(&self) -> &Client {
        &self.client
    }

    /// Where the portal is, without a slash at the end.
    pub fn url(&self) -> &str {
        &self.url
    }
}
